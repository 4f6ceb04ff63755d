CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT, line TEXT, region TEXT, units TEXT);
INSERT INTO partner VALUES ('A', '120', '20', 'NA', '10'), ('B', '99.99', '0', 'EU', '2.5'), ('C', '-5', '10', NULL, '-6'),
  ('D', '100', NULL, 'NA', '-5');
