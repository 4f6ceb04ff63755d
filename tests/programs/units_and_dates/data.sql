create table partner(id text primary key,name,d1,d2,mm,nn,ok,region);
insert into partner values('A','x','2026-01-31','2026-02-28','7.00','2',1,'NA'),('B','x','2024-02-29','2025-02-28','-7','4',0,'EU'),('C','x','2026-07-27','2026-07-28','0','0',null,null),('D','x','2026-10-28','2026-10-27','0','1','','z');
