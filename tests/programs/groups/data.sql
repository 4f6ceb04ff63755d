create table partner(id text primary key, name text, line text);
create table sale(id integer primary key, partner_id text, sold_on text, paid_on text, amount text, class text, size text, new integer, person text);
create table area(id integer primary key, partner_id text, name text);
create table person(id integer primary key, partner_id text, area text, who text, points integer);
-- Quarters: Q1 25 = May 25 .. Jul, Aug .. Oct, Nov .. Jan 26, Feb 26 .. (as_of 03-10); the one before: Feb 25 .. Apr 25
insert into partner values('P1','One','300'),('P2','Two',null),('P3','Three','1');
insert into sale values
 (1,'P1','2025-04-30','2025-05-05','40', 'A','0.33333333330',1,'x'),
 (2,'P1','2025-05-01','2026-01-31','100','A','0.33333333340',1,'y'),
 (3,'P1','2025-07-31','2026-02-01','200','B','0.333333332',0,'x'),
 (4,'P1','2025-11-01',null,        '300','B','2',0,'x'),
 (5,'P1','2026-01-31','2026-03-10','60', null,'2.0',null,'x'),
 (6,'P1','2026-02-01','2026-03-11','160','A',null,1,'x'),
 (7,'P1','2026-03-10','2026-03-10','140','B','2',0,null),
 (8,'P1','2026-03-11','2026-03-11','9000','C','7',1,'z'),
 (9,'P2','2026-03-10','2026-03-01','50','A','1',1,'x');
insert into area values(1,'P1','cloud'),(2,'P1','data');
insert into person values(1,'P1','cloud','u',3),(2,'P1','cloud','u',4),(3,'P1','data','u',2),(4,'P1','data','v',5),(5,'P1','cloud','w',6);
