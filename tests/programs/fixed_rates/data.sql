CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('A', 'Alpha'), ('B', 'Beta');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, amount NUMERIC, code TEXT, won INTEGER);
INSERT INTO deal VALUES (1, 'A', 125, 'USD', 1), (2, 'A', 100, 'EUR', 1), (3, 'A', 99.99, 'EUR', 1), (4, 'A', 1600, 'JPY', 1), (5, 'A', 5, 'GBP', 0),
  (6, 'B', 5, 'GBP', 1);
CREATE TABLE invoice (id INTEGER PRIMARY KEY, partner_id TEXT, sent_on TEXT, paid_on TEXT, amount NUMERIC, code TEXT);
INSERT INTO invoice VALUES (1, 'A', '2026-05-01', NULL, 125, 'USD'), (2, 'A', NULL, NULL, 10, 'EUR'), (3, 'A', '2026-05-01', '2026-08-01', 160, 'JPY');
