CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch'), ('C', 'Cedar');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-03', '10', 'x', 'r1'), (2, 'A', '2026-01-01', '10.0000000001', 'y', 'r2'),
  (3, 'A', '2026-01-05', '30', 'z', NULL), (4, 'A', '2026-01-02', '5', 'x', 'r1'),
  (5, 'B', '2026-01-02', '1', 'x', ''), (6, 'B', '2026-01-01', '4', 'x', NULL), (7, 'B', '2026-01-02', NULL, 'y', 'r9');
