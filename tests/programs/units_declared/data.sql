create table partner(id text primary key,x,d,m,ok); create table deal(id integer primary key,pid,amount,n);
insert into partner values('A',3,'2026-09-26','10',1),('B','2.5','2026-09-27',null,0);
insert into deal(pid,amount,n) values('A',1,1),('A',1,2),('A',1,'1.5'),('B',3,1);
