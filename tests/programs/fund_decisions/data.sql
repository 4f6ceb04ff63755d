CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, n NUMERIC, budget TEXT, joined_on TEXT, vip INTEGER, cur TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, d TEXT, amount TEXT, kind TEXT, proof INTEGER, rank INTEGER);
INSERT INTO partner VALUES ('A','NA',3,'100.005','2020-02-29',1,'silver'),('B','EMEA',NULL,'60',NULL,NULL,NULL);
INSERT INTO claim VALUES
 (1,'A','2026-01-10','50.01','event',1,3),
 (2,'A','2026-01-09','100','event',0,1),
 (3,'A','2026-01-09','-30','print',1,2),
 (4,'A','2026-02-09','0','print',1,2),
 (10,'A','2026-02-09','99.999','event',1,NULL),
 (11,'A','2026-04-01','99.999','event',1,1),
 (12,'B','2026-01-01','33.33','event',1,5),
 (13,'B','2026-01-02',  '300','print',1,5);
