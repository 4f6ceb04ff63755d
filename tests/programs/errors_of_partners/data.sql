CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, amount TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, day TEXT, amount TEXT, kind TEXT);
-- A is fine; B's region is unknown; one of C's rows is of an unknown kind, one of D's holds no amount; E has nothing;
-- what is wrong in F's row lies after as_of.
INSERT INTO partner VALUES ('A', 'NA', '10'), ('B', 'LATAM', '10'), ('C', 'EU', '10'), ('D', 'NA', '10'), ('E', 'NA', NULL),
  ('F', 'NA', '5');
INSERT INTO deal VALUES (1, 'A', '2026-01-01', '5', 'x'), (2, 'B', '2026-01-01', '5', 'x'), (3, 'C', '2026-01-01', '5', 'x'),
  (4, 'C', '2026-01-01', '5', 'y'), (5, 'D', '2026-01-01', 'five', 'x'), (6, 'F', '2026-02-01', 'five', 'x'),
  (7, 'Z', '2026-01-01', '5', 'x');
