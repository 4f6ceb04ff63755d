CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, stars TEXT, certified INTEGER, joined TEXT, amount TEXT, rate TEXT);
INSERT INTO partner VALUES ('A', 'NA', '1', 1, '2026-01-01', '10', '4'), ('B', 'EU', '2.5', 0, '2025-05-31', '10', '0'),
  ('C', NULL, '3', NULL, NULL, '-1', '2'), ('D', 'NA', NULL, 0, '2025-06-01', NULL, '2'), ('E', 'NA', '-1', 1, '2025-12-31', '2', '1');
