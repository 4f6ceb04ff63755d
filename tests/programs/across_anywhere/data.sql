create table partner(id text primary key,x,tier,region,d,m); create table deal(id integer primary key,pid,amount,"on",t,n,due);
insert into partner values('A',1,null,'NA',null,5),('B',1,null,'NA',null,6),('C',0,null,'EU',null,9),('D',null,null,null,null,null);
insert into deal(pid,amount,"on",n) values('A',60,'2026-08-01',1),('A',40,'2026-09-15',5),('B',50,'2026-08-30',2),('B',50,'2026-09-01',3),('C',20,'2026-08-30',4),('C',5,'2026-08-31',null);
