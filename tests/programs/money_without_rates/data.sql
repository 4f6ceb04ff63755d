CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('P1', 'a'), ('P2', 'b');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, cur TEXT, amount NUMERIC);
-- P1: two in the program's currency, one that names none (no value, so absent). P2: one in another.
INSERT INTO deal VALUES (1, 'P1', 'USD', 10), (2, 'P1', 'USD', 5), (3, 'P1', NULL, 3), (4, 'P1', 'USD', NULL),
  (10, 'P2', 'ZZZ', 7), (4711, 'P2', 'EUR', NULL), (5, 'P2', 'EUR', 8);
