CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('P1', 'One'), ('P2', 'Two');
CREATE TABLE fx_rate (currency TEXT, date TEXT, rate NUMERIC);
INSERT INTO fx_rate VALUES ('EUR', '2026-01-01', 1.1), ('EUR', '2026-03-01', 1.2);
CREATE TABLE product (id TEXT PRIMARY KEY, family TEXT);
INSERT INTO product VALUES ('A', 'SEC'), ('B', 'NET');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount NUMERIC, code TEXT, product TEXT);
INSERT INTO deal VALUES (1, 'P1', '2026-02-28', 1000, 'EUR', 'A'), (2, 'P1', '2026-03-01', 200, 'EUR', 'A'), (3, 'P1', '2026-03-02', 500, 'USD', 'A'),
  (4, 'P1', '2026-03-03', 700, NULL, 'A'), (5, 'P1', '2026-03-04', 50, 'USD', 'A'), (6, 'P2', '2026-03-05', 900, 'GBP', 'B'), (7, 'P2', '2026-03-06', 1, 'USD', 'C');
