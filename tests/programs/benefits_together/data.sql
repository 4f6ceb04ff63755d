CREATE TABLE partner (id TEXT PRIMARY KEY, kind TEXT, sales TEXT, people INTEGER, seats INTEGER, plan INTEGER, tier TEXT,
  open_to TEXT, region TEXT);
INSERT INTO partner VALUES
  ('A', 'var', '100', 1, 2, 0, 'gold', NULL, 'N'),
  ('B', 'var', '200', 1, NULL, 1, 'silver', '2026-06-29', 'N'),
  ('C', 'var', '200', 1, 5, 1, NULL, '2026-07-01', 'N'),
  ('D', 'msp', '200', 2, 9, 1, 'junk', '2026-07-01', 'E'),
  ('E', 'var', '100', 2, 9, 0, 'silver', NULL, 'N'),
  ('F', 'msp', '100', 2, 9, 1, 'gold', NULL, 'S'),
  ('G', 'odd', '0', 2, 9, 0, NULL, NULL, 'N'),
  ('H', 'var', '99', 1, NULL, 0, 'gold', NULL, 'N'),
  ('I', 'var', '100', 1, NULL, 0, 'gold', NULL, 'N');
