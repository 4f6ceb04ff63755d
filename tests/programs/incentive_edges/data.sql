CREATE TABLE partner (id TEXT PRIMARY KEY, ok INTEGER, most TEXT, carried TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, units TEXT, kind TEXT, rep TEXT);
INSERT INTO partner VALUES
  ('A', 1, '28.579', '-30'), ('B', 1, '0', '10'), ('C', 0, NULL, '7'), ('D', 1, NULL, '50'), ('E', 1, '-5', '49.99'),
  ('O', 1, '1.001', '0');
INSERT INTO deal VALUES
  (1, 'A', '2026-01-01', '60', '2', 't', 'r'),
  (2, 'A', '2026-01-02', '-20', '1', 't', 'r'),
  (3, 'A', '2026-01-03', '40', NULL, 't', 's'),
  (4, 'B', '2026-01-02', '50', '2', 't', 'r'),
  (5, 'B', '2026-01-03', '30', '9', 't', 's'),
  (6, 'B', '2026-01-04', '10', NULL, 't', 's'),
  (7, 'C', '2026-01-01', '90', '1', 't', NULL),    -- C has an error: the next row has no amount
  (8, 'C', '2026-01-01', NULL, '1', 't', 'r'),
  (20, 'O', '2026-01-02', NULL, '10', 'o', 'b'), (9, 'O', '2026-01-02', NULL, NULL, 'o', 'B'),
  (10, 'O', '2026-01-01', NULL, '9', 'o', NULL), (3000, 'O', '2026-01-02', NULL, '9.5', 'o', 'a');
