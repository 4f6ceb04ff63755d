create table partner(id text primary key,x,y,ok,region,d);
create table deal(id integer primary key,partner_id,amount,"on",t,ok,n);
insert into partner values('A',null,5,null,null,null),('B','0','0',0,'NA','2026-01-01'),('C','','','','',''),('D','10','3','1','X','2025-12-31');
insert into deal(partner_id,amount,"on",t,ok,n) values('A','10','2026-01-01','a',1,2),('A','20',null,'b',null,0),('A',null,'2026-02-01',null,0,2),('A','40','2026-03-01','',null,4),('A','5','2026-10-01','zz',1,1),('B','7',null,'q',1,3);
