create table partner(id text primary key,x,ok,region,d,tier);
create table deal(id integer primary key,partner_id,amount,"on",t,ok,inv,due,paid,r);
insert into partner values('A',10,1,'NA','2026-09-30',null),('B',5,0,'EU','2026-07-01','low'),('C',1,null,null,'2026-06-30','mid'),('D',0,1,'NA','2025-12-31',null),('E',9,1,'LA',null,'top');
insert into deal(partner_id,amount,"on",t,ok,inv,due,paid,r) values
('A','100','2026-01-01','a',1,'2026-06-30','2026-01-01','2026-01-31','NA'),
('A','100','2026-01-01','a',0,'2026-07-01','2026-01-01','2026-02-01','EU'),
('A','100','2026-01-01','b',1,'2026-01-01','2026-01-01',null,null),
('A','100','2026-01-01','b',null,'2026-01-01',null,'2026-01-01','NA'),
('B','100','2026-01-01','c',1,'2025-12-31','2026-01-01','2026-01-01','EU'),
('E','100','2026-01-01','b',1,'2025-12-31','2026-01-01','2026-01-01','EU');
