create table partner(id text primary key,x,tier); create table deal(id integer primary key,pid,amount,"on",who);
insert into partner values('A',3,null); insert into deal(pid,amount,"on",who) values('A',10,'2026-01-01','z');
create table lead(id text primary key,k); insert into lead values('L1','a');
