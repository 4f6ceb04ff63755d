CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, favourite TEXT);
INSERT INTO partner VALUES ('A', 'a', 'Y'), ('B', 'b', NULL), ('C', 'c', 'Z'), ('D', 'd', 'X');
CREATE TABLE price (id INTEGER PRIMARY KEY, product TEXT, valid_from TEXT, amount);
INSERT INTO price VALUES (1, 'X', '2026-01-01', 10), (2, 'X', '2026-03-01', 12), (3, 'Y', '2026-01-01', 'dear'),
  (4, 'Y', 'soon', 50), (5, NULL, '2026-01-01', 99), (6, 'W', '2026-02-01', 7), (7, 'X', '2026-04-01', 14);
CREATE TABLE torn (product, points NUMERIC);
INSERT INTO torn VALUES ('X', 1), (x'00ff', 2), ('Y', 3), ('Y', 2.5), ('Y', 3);
CREATE TABLE sheet (day TEXT);
INSERT INTO sheet VALUES ('2026-02-01'), ('2026-03-01'), ('2026-02-01'), (NULL);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, product TEXT, twin TEXT, step);
INSERT INTO deal VALUES (1, 'A', '2026-02-01', 'X', 'W', 1), (2, 'A', '2026-03-01', 'X', 'X', 2.0), (3, 'A', '2025-12-31', 'X', NULL, '2.50'),
  (4, 'B', '2026-02-01', 'Y', 'W', NULL), (5, 'C', '2026-02-01', NULL, 'W', 3), (6, 'C', '2026-02-01', 'V', 'X', '3.00'),
  (7, 'C', '2026-02-01', 'W', 'V', 4), (8, 'D', '2026-05-01', 'X', 'W', 1);
