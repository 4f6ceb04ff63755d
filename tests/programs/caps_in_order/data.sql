CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-05', '600', 'x', 'r1'),
  (2, 'A', '2026-01-04', '450', 'x', 'r2'),
  (3, 'A', '2026-01-06', '300', 'y', 'r1'),
  (4, 'A', '2026-01-07', '400', 'y', 'r1'),
  (5, 'A', '2026-01-08', '500', 'y', 'r2'),
  (6, 'B', '2026-01-06', '500', 'x', 'r1'),
  (7, 'B', '2026-01-07', '250', 'y', 'r1'),
  (8, 'B', '2026-01-07', '100', 'y', 'r1');
