CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, people INTEGER, region TEXT, plan_on TEXT, active INTEGER);
INSERT INTO partner VALUES ('A', '100', 2, 'NA', '2026-01-15', 1), ('B', '99.99', 5, 'na', '2026-01-14', 0),
  ('C', '200', 1, NULL, NULL, NULL), ('D', NULL, NULL, 'NA', '2026-02-01', 1);
