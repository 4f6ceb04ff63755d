create table partner(id text primary key, name text, region text);
create table deal(id integer primary key, partner_id text, amount text);
insert into deal values (1, 'P', '3.00');
