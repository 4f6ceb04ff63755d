create table partner (id text primary key, headcount int, joined_on text);
insert into partner values ('A', 250, '2026-03-05'), ('B', 99, '2020-01-01'), ('C', null, '2026-05-01');
