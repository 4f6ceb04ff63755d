CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, budget NUMERIC, money_of TEXT);
INSERT INTO partner VALUES ('A', 'Alpha', 50, 'EUR'), ('B', 'Beta', 50, 'USD'), ('C', 'Gamma', 50, 'CHF'), ('D', 'Delta', NULL, 'CHF'), ('E', 'Epsilon', 50, 'USD');
CREATE TABLE fx_rate (currency TEXT, date TEXT, rate NUMERIC);
INSERT INTO fx_rate VALUES ('EUR', '2026-07-01', 9), ('EUR', '2026-03-01', 1.2), ('JPY', '2026-01-01', 0.0067),
  ('EUR', '2026-01-01', 1.1), ('KWD', '2026-01-01', 3.25), ('EUR', '2026-02-20', NULL), ('SEK', '2026-01-01', 0), ('GBP', '2026-01-01', 1.5),
  ('GBP', '2026-01-01', 1.6);
CREATE TABLE product (id TEXT, price NUMERIC, code TEXT);
INSERT INTO product VALUES ('P', 10, 'EUR'), ('Q', 11, 'USD');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount INTEGER, code TEXT, status TEXT, units INTEGER, product TEXT);
INSERT INTO deal VALUES
  (1, 'A', '2026-02-28', 10000, 'EUR', 'won', 1, 'P'), (2, 'A', '2026-03-01', 10000, 'EUR', 'won', 2, 'Q'), (3, 'A', '2026-03-02', 5000, 'JPY', 'won', 0, NULL),
  (4, 'A', '2026-03-03', 1500, 'KWD', 'won', 0, NULL), (5, 'A', '2026-03-04', 2500, 'USD', 'won', 9, NULL), (6, 'A', '2026-03-05', 700, NULL, 'won', 0, NULL),
  (7, 'B', '2025-12-31', 100, 'EUR', 'lost', 1, NULL), (8, 'B', '2026-02-01', 100, 'USD', 'won', 1, NULL),
  (9, 'C', '2026-02-01', 100, 'XYZ', 'won', 1, NULL), (10, 'D', '2026-02-01', 100, 'SEK', 'won', 1, NULL), (11, 'D', '2026-02-01', 100, 'GBP', 'lost', 1, NULL);
CREATE TABLE invoice (id INTEGER PRIMARY KEY, partner_id TEXT, sent_on TEXT, paid_on TEXT, amount NUMERIC, code TEXT);
INSERT INTO invoice VALUES (1, 'A', '2026-02-01', '2026-03-10', 100.005, 'EUR'), (2, 'E', '2026-02-01', NULL, 7, 'EUR'), (3, 'A', '2026-02-02', NULL, 7, 'USD'),
  (4, 'A', '2026-07-01', '2026-07-01', 1000, 'NOK'), (5, 'B', '2026-02-01', '2026-07-15', 1, 'EUR');
