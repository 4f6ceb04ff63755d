create table partner(id text primary key, name text);
create table sale(id integer primary key, partner_id text, sold_on text, amount text, units text, po text, size text, status text);
create table lead(id integer primary key, partner_id text, received_on text, region text, status text);
create table claim(id integer primary key, partner_id text, made_on text, amount text, activity text);
insert into partner values('P1','One'),('P2','Two'),('P3','Three');
insert into sale values
 (1,'P1','2026-03-01','50', '4', 'b','1','won'),
 (2,'P1','2026-01-01','60', '6', 'b','1.0000000001','lost'),
 (3,'P1','2026-02-01','40', '9', 'a','2','won'),
 (4,'P1','2026-06-30','30', '2', null,null,'won'),
 (5,'P1','2026-07-01','999','99','b','1','won'),
 (6,'P2','2026-01-05','70', '10','b','1',null),
 (7,'P1','2026-02-01','60', null,'a','2','won');
insert into lead values
 (10,'P1','2026-01-02','N','new'),(9,'P2','2026-01-02','N','new'),(8,'P3','2026-01-01','N','void'),
 (11,'P1',null,'S','new'),(12,'P2','2026-03-01','S','new'),(13,'P3','2026-03-01','S','new'),(14,'P3','2026-02-01',null,'new'),(15,'P1','2026-04-01','N','new');
insert into claim values(1,'P1','2026-02-01','100','fair'),(2,'P1','2026-01-01','40','fair'),(3,'P1','2026-03-01','20','ad'),(4,'P1','2026-03-02','5','ad'),(5,'P2','2026-03-02','5','ad'),(6,'P2','2026-03-03','5','ad'),(7,'P2','2026-03-04','5','ad');
