create table partner(id text primary key, name text, region text);
create table deal(id integer primary key, partner_id text, amount text, product text, units number);
create table area(id integer primary key, partner_id text, name text, need number);
create table credential(id integer primary key, partner_id text, area text, level number);
insert into partner values('P1','One','NA'),('P2','Two','NA');
insert into deal values(1,'P1',100,'a',1),(2,'P1',300,'b',1),(3,'P2',600,'a',1);
insert into area values(1,'P1','cloud',2),(2,'P1','data',1),(3,'P2','cloud',1);
insert into credential values(1,'P1','cloud',1),(2,'P1','data',1),(3,'P1','data',3),(4,'P2','data',1);
