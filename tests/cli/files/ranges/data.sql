create table partner (id text primary key, n int, region text);
insert into partner values ('A', 3, 'NA'), ('B', 9, 'EU');
