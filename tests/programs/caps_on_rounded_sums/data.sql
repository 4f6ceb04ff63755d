CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);
INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
-- A: 10.01 in all. The half cents of r1 would come first, and be 10.01 for r1
INSERT INTO deal VALUES
  (1, 'A', '2026-01-01', '5.005', 'x', 'r1'), (2, 'A', '2026-01-02', '4.995', 'x', 'r1'),
  (3, 'A', '2026-01-03', '0.004', 'y', 'r3'), (4, 'A', '2026-01-04', '0.004', 'y', 'r3'),
  (5, 'A', '2026-01-05', '0.002', 'y', 'r3');
-- B: -3.7108 in all, so lines are cut towards the negative of their mirror: 0.65, 0.64, 0.01 four times, -5. The
-- four cents that are left go to the four that were cut most, but r1 has 1.29 then
INSERT INTO deal VALUES
  (11, 'B', '2026-01-01', '0.644', 'x', 'r1'), (12, 'B', '2026-01-02', '0.636', 'x', 'r1'),
  (13, 'B', '2026-01-03', '0.0023', 'y', 'r3'), (14, 'B', '2026-01-04', '0.0023', 'y', 'r3'),
  (15, 'B', '2026-01-05', '0.0023', 'y', 'r3'), (16, 'B', '2026-01-06', '0.0023', 'y', 'r3'),
  (17, 'B', '2026-01-07', '-5', 'y', 'r2');
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT);
INSERT INTO sale VALUES (1, 'A', '1'), (2, 'A', '1'), (3, 'A', '1'), (4, 'B', '1'), (5, 'B', '1'), (6, 'B', '1');
