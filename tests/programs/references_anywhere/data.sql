create table partner(id text primary key,x,tier,region,last);
create table deal(id integer primary key,pid,amount,"on",who,code,n);
create table product(code text primary key,family,list,since_,ok);
insert into partner values('A',1,null,'NA',null);
insert into product values('p1','a','100','2026-01-01',1),('p2','b','50','2026-07-01',0),('p3','',null,null,null);
insert into deal(pid,amount,"on",code,n) values('A','10','2026-01-01','p1',1),('A','20','2026-06-30','p2',1),('A','40','2026-07-01','p2',2),('A','80','2026-07-01','p3',1),('A','160','2026-07-01',null,1);
