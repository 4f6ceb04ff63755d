create table partner(id text primary key,name,region,joined,ok,tier,x,m,pt);
create table deal(id integer primary key,pid,amount,"on",t,ok,n);
insert into partner values('A','Ax','NA','2025-12-31',1,null,8,null,'0.1'),('B','B','EU','2026-01-01',0,null,5,5,'0.09'),('C','C','EU','2026-01-02',null,null,4,'4.99',null),('D','D','XX','2026-09-01',1,null,null,null,null);
insert into deal(pid,amount,"on",t,ok,n) values ('A','100.10','2026-06-30','a',1,1),('B','10','2026-06-29','b',1,2),('C','9.99','2026-01-02','a',1,2);
