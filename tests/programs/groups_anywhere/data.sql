create table partner(id text primary key,name,n);
create table sale(id integer primary key,pid,amount,"on",class,paid,size);
insert into partner values('A','a',10),('B','b',null);
insert into sale(pid,amount,"on",class,paid) values ('A',1,'2026-07-01','a','2026-10-01'),('A',2,'2026-09-30','a','2026-09-30'),('A',4,'2026-06-30','b','2026-07-01'),('A',8,'2026-04-01','b',null),('A',16,'2026-03-31','c','2026-06-30'),('A',32,'2025-10-01','','2026-04-01'),('A',64,'2025-09-30','a','2026-03-31'),('A',128,'2026-10-01','a','2026-09-30'),('A',null,'2026-09-01','z',null);
