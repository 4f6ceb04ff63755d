CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-01', '0.14', 'x', 'r1'), (2, 'A', '2026-01-02', '0.14', 'x', 'r2'),
  (3, 'A', '2026-01-03', '0.14', 'x', 'r3'),
  (4, 'B', '2026-01-01', '0.17', 'x', 'r1'), (5, 'B', '2026-01-02', '0.15', 'x', 'r2'),
  (6, 'B', '2026-01-03', '0.16', 'x', 'r3');
