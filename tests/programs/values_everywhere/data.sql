create table partner(id text primary key,name,boss,region,n,d,tier,ok);
create table deal(id integer primary key,pid,amount,"on",t,n,who,inv);
create table price(code,list);
insert into partner values('A','a',null,'NA',1,'2026-01-01','a',1),('B','b','A','EU',2,null,null,0),('C','c','A','LATAM',3,null,'a',null),('D','d','C','NA',4,null,null,null);
insert into deal(pid,amount,"on",t,who,inv) values ('A','5','2026-07-01','won','w','2026-06-30'),('A','6','2026-06-30','won','w','2026-05-31'),('A','7','2026-09-01','lost','v',null),('B','25','2026-09-30','won','u','2026-01-31'),('D','20','2026-07-02','won',null,'2026-08-02'),('C',null,'2026-07-02','won','q',null);
