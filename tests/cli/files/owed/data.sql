CREATE TABLE partner (id TEXT PRIMARY KEY, opening TEXT, owed TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, rep TEXT, lasts TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, amount TEXT, activity TEXT);
INSERT INTO partner VALUES ('A', '6.005', '6'), ('B', '5', '0');
INSERT INTO deal VALUES
  (1, 'A', '2026-01-10', '1000', 'r1', '2026-12-31'), (2, 'A', '2026-02-10', '500', 'r2', '2026-03-31'),
  (3, 'A', '2026-04-10', '-5050', 'r1', NULL), -- 16.00 are there to be taken back, 34.50 wait
  (4, 'B', '2026-01-10', '700', 'r1', '2026-03-31'), (5, 'B', '2026-01-11', '500', 'r2', '2026-03-31');
INSERT INTO claim VALUES (1, 'B', '2026-03-01', '5', NULL);
