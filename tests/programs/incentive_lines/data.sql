CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, n NUMERIC, budget TEXT, joined_on TEXT, vip INTEGER, cur TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, paid_on TEXT, amount TEXT, product TEXT, status TEXT, registered INTEGER, units TEXT, rep_id TEXT);
INSERT INTO partner VALUES ('A','NA',3,'1000.00','2020-02-29',1,'silver'),('B','EMEA',NULL,NULL,NULL,NULL,NULL),('C','NA',0,'5',NULL,NULL,NULL);
INSERT INTO deal VALUES
 (1,'A','2026-01-10','2026-02-01','100.00','SEC-1','won',1,'2','R1'),
 (2,'A','2026-02-10',NULL,'200.00','SEC-2','open',0,'3','R2'),
 (10,'A','2026-03-10','2026-03-11','-80','SEC-1',NULL,NULL,NULL,NULL),
 (9,'A','2026-03-31','2026-01-01','50.005','SEC-1','won',1,'-1','R1'),
 (5,'A','2026-04-01','2026-04-01','7777','SEC-2','won',1,'3','R2'),
 (11,'C','2026-03-31','2026-01-01','50.00','SEC-1','won',1,'4','R1'),
 (12,'C','2026-03-31','2026-01-01','0','SEC-1','won',1,'1','R1');
