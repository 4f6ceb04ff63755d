create table partner(id text primary key,m,n);
create table row(id integer primary key,pid,m,n,t);
insert into partner values('A',5,'0.4999999995'),('B',7,'0.4999999994'),('C','3','100000000000'),('D',1,'0.5');
insert into row(pid,m) values ('A',5),('A',5),('B','100000000000000000000'),('B',1),('C','-5');
