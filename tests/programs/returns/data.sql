CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch'), ('C', 'Cedar');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-01', '600', 'x', NULL), (2, 'A', '2026-01-02', '600', 'x', NULL),
  (3, 'A', '2026-01-03', '-300', 'x', NULL), (4, 'A', '2026-01-04', '250', 'x', NULL),
  (5, 'A', '2026-01-05', '100', 'x', NULL),
  (6, 'B', '2026-01-01', '-900', 'x', NULL),
  (7, 'C', '2026-01-01', '-500', 'x', NULL), (8, 'C', '2026-01-02', '2000', 'x', NULL),
  (9, 'C', '2026-01-03', '600', 'x', NULL), (10, 'C', '2026-01-03', '600', 'x', NULL);
