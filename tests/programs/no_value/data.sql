CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT, region TEXT, signed_on TEXT, active INTEGER);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, kind TEXT);
INSERT INTO partner VALUES ('A', '10', 'NA', '2020-01-01', 0), ('B', NULL, NULL, NULL, NULL), ('C', '', '', '', ''),
  ('D', '-1', 'EMEA', NULL, 'true');
INSERT INTO deal VALUES (1, 'A', '10', 'new'), (2, 'A', NULL, 'old'), (3, 'A', '20', NULL), (4, 'A', '', '');
