CREATE TABLE partner (id TEXT PRIMARY KEY, n INTEGER);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, kind TEXT, units TEXT, rep TEXT);
INSERT INTO partner VALUES ('A', 0), ('B', 2), ('C', 0), ('D', NULL);
INSERT INTO deal VALUES
  (1, 'A', '2026-01-01', '100', 'x', '2', 'r'),  -- 10 and 10: the first name
  (2, 'A', '2026-01-02', '40', 'x', '1', 'r'),   -- 5 and 4
  (3, 'A', '2026-01-03', '90', 'r', '3', 'r'),   -- 15 and 9: 15 wins, of which 7 are left for r
  (4, 'B', '2026-01-02', '20', 'x', '0', 'r'),   -- 0 and 2
  (5, 'B', '2026-01-03', '30', 'r', '4', 'r'),   -- 20 and 3: 20 wins, of which 12 are paid
  (6, 'C', '2026-01-04', '-10', 'r', '-5', 'q'), -- -25 and -1: the larger is -1
  (7, 'D', '2026-01-04', '10', 'x', '5', NULL);  -- no payee: an error of z_people, and of what depends on it
