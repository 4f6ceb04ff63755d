create table partner(id text primary key,name,region,joined,ok,tier,x,m);
create table deal(id integer primary key,pid,amount,"on",t,ok,n);
create table cred(id integer primary key,pid,area,lvl);
insert into partner values('A','n','NA','2026-01-01',1,'low',10,'10.5'),('B','n','EU',null,0,null,null,null);
insert into deal(pid,amount,"on",t,ok,n) values ('A','100.10','2026-05-01','a',1,1),('A','50','2026-05-02','b',1,2),('A','1','2026-12-02','a',1,2),('B','10','2026-01-01','a',0,2.5);
insert into cred(pid,area,lvl) values ('A','c','0.5'),('A','c',2);
