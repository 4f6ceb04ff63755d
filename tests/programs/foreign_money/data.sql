CREATE TABLE exchange (id INTEGER PRIMARY KEY, currency TEXT, date TEXT, rate TEXT);
INSERT INTO exchange VALUES
  (1, 'USD', '2026-01-01', '0.9'), (2, 'USD', '2026-02-01', '0.8'), (3, 'JPY', '2026-01-15', '0.006'),
  (4, 'USD', '2026-03-01', '0.5');
CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch'), ('C', 'Cedar'), ('D', 'Dogwood');
CREATE TABLE product (code TEXT PRIMARY KEY, family TEXT);
INSERT INTO product VALUES ('X', 'S'), ('Y', 'T');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, paid_on TEXT, amount TEXT, product TEXT, code TEXT);
INSERT INTO deal VALUES
  (1, 'A', '2026-01-10', '2026-01-31', '200', 'X', 'USD'),  -- 180
  (2, 'A', '2026-01-10', '2026-02-01', '200', 'X', 'USD'),  -- 160
  (3, 'A', '2026-01-20', '2026-01-20', '10000', 'Y', 'JPY'), -- 60
  (4, 'A', '2026-01-20', '2026-03-01', '100', NULL, 'EUR'),  -- 100, but a dollar is 0.50 on its day
  (5, 'B', '2026-01-14', '2026-01-14', '10000', 'Y', 'JPY'), -- a day before the first rate
  (6, 'C', '2026-01-14', '2026-01-15', '10000', 'Y', 'JPY'), -- 60
  (7, 'D', '2026-01-20', NULL, '100', 'X', 'USD'); -- no day, no amount
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, amount INTEGER, product TEXT, code TEXT);
INSERT INTO claim VALUES
  (1, 'A', '2026-02-05', 5000, 'X', 'USD'),  -- 50 dollars are 40; 40 dollars are 32
  (2, 'A', '2026-02-06', 2000, 'X', 'EUR'),  -- 20, of which 8 are left of the 40 for X
  (3, 'A', '2026-02-07', 5000, NULL, 'JPY'), -- 5,000 yen are 30: yen have no smaller unit
  (4, 'C', '2026-01-31', 1050, 'Y', 'USD');  -- 9.45
