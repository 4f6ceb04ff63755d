create table partner(id text, name text, region text, base integer);
insert into partner values ('A', 'One', 'a=b', 2), ('B', 'Two', 'c', 0);
