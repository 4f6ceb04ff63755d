CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, area TEXT, zone TEXT, rep TEXT);
INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-01', '10', 'a', 'y', 'r1'),
  (2, 'B', '2026-01-02', '10', 'a', 'z', 'r1'),
  (3, 'A', '2026-01-03', '10', 'a', 'z', 'r1'),
  (4, 'A', '2026-01-02', '10', 'b', 'z', 'r2'),
  (5, 'B', '2026-01-04', '10', 'c', NULL, 'r1'),
  (6, 'B', '2026-01-05', '10', 'd', NULL, 'r3');
