create table partner(id text primary key,name,boss,region,joined,ok,tier);
create table deal(id integer primary key,pid,amount,"on",t,ok,po,n,paid);
create table cred(id integer primary key,pid,area,exp,who);
insert into partner values('A','x',null,'NA','2026-01-01',1,null),('B','x','A','NA','2026-01-01',0,null),('C','x','B','EU',null,null,null);
insert into deal(pid,amount,"on",t,ok,po,n,paid) values
('A','1','2026-09-30','a',1,'p1',1,'2026-09-30'),('A','2','2026-07-01','b',1,'p1',2,'2026-06-30'),('A','4','2026-06-30','a',0,'p2',3,'2026-07-01'),('A','8','2026-04-01','c',0,'p2',3,'2026-06-30'),('A','16','2026-03-31','c',null,null,3,null),('A','32','2025-09-30','b',1,'p1',3,null),
('B','64','2026-06-30','a',1,'p1',1,null),('C','128','2026-09-16','z',1,'p1',1,null),('C','256','2026-09-17','z',1,'p1',1,null);
