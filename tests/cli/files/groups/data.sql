create table partner(id text primary key, name text);
create table sale(id integer primary key, partner_id text, sold_on text, amount text, class text, po text, units integer);
insert into partner values('P1','One'),('P2','Two');
insert into sale values
 (1,'P1','2025-07-01','100','A','x',1),(2,'P1','2025-12-31','250','A','x',4),(3,'P1','2026-01-01','299.99','B','y',5),
 (4,'P1','2026-06-30','50',null,'z',null),(5,'P2','2025-06-30','700','A','x',9);
