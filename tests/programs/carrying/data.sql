CREATE TABLE partner (id TEXT PRIMARY KEY, carried TEXT, least TEXT, good INTEGER, held TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, kind TEXT, rep TEXT);
INSERT INTO partner VALUES ('A', '5', '25', 1, '5'), ('B', '-30.005', '10', 1, '5.005'), ('C', '7', '1', 0, '-7'),
 ('D','1','20',1,'9'),
 ('F', '-10', '10.01', 1, '-1'), ('E', NULL, '1', 1, '1');
INSERT INTO deal VALUES (1,'A','2026-01-01','100','x','R1'),(2,'A','2026-01-02','150','x','R2'),(3,'B','2026-01-03','100','x','R1'),(4,'C','2026-01-04','200','x','R1'),(5,'D','2026-01-04','200','x','R1'),(6,'D','2026-01-04','-0.1','x','R2'),(7,'E','2026-01-04','100','x','R3'),(8,'F','2026-01-04','100','x','R3');
