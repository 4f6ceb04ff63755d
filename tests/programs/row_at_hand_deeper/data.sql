create table partner(id text primary key, name text, least integer);
create table area(id integer primary key, partner_id text, name text, need integer, opened_on text, strict integer);
create table person(id integer primary key, partner_id text, who text, area text, level text);
create table exam(id integer primary key, partner_id text, who text, area text, passed_on text, points integer);
create table claim(id integer primary key, partner_id text, area text, amount text);
insert into partner values('P1','One',2),('P2','Two',1),('P3','Three',1);
insert into area values(1,'P1','cloud',2,'2026-03-01',1),(2,'P1','data',1,'2026-01-01',0),(3,'P2','cloud',1,null,null),(4,'P3','cloud',1,'2026-01-01',0);
insert into person values
 (1,'P1','u','cloud','1'),(2,'P1','v','cloud','3'),(3,'P1','u','data','2'),(4,'P2','w','data','5'),(5,'P3','x','cloud','many');
insert into exam values
 (1,'P1','v','cloud','2026-02-28',10),(2,'P1','u','cloud','2026-03-01',20),(3,'P1','v','data','2026-05-31',30),
 (4,'P1','u','data','2026-07-01',40),(5,'P2','w','cloud','2026-01-01',50);
insert into claim values(1,'P1','cloud','80'),(2,'P1','data','80'),(3,'P2','cloud','80'),(4,'P1','lost','80');
