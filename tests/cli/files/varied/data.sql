create table partner(id text, name text, region text, base real);
insert into partner values ('A', 'One', 'a=b', 1), ('B', 'Two', 'c', 0);
