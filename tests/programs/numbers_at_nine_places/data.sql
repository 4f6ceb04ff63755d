create table partner(id text primary key,a,b,m,d);
create table sale(id integer primary key, partner_id, amount, g, q);
insert into partner values('A',40,1,'1','2026-01-31');
insert into sale values (1,'A',1,'0.12345678914','0.0000000005'),(2,'A',1,'0.12345678912','0.0000000015'),(3,'A',1,'0.12345678949','0.0000000025');
