CREATE TABLE partner (id TEXT PRIMARY KEY, opening TEXT);
CREATE TABLE earning (id INTEGER PRIMARY KEY, partner_id TEXT, earned_on TEXT, amount TEXT, last_day TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, amount TEXT, turn TEXT);
INSERT INTO partner VALUES ('A', '10'), ('B', '0'), ('C', '0'), ('D', '0');
INSERT INTO earning VALUES
  (1, 'A', '2026-01-01', '100', '2026-01-31'),
  (2, 'A', '2026-02-01', '50', NULL),
  (3, 'B', '2026-02-01', '-30', NULL),           -- owed, for all was used
  (4, 'B', '2026-01-01', '50', '2026-12-31'),
  (5, 'B', '2026-04-01', '40', '2026-12-31'),    -- 30 of it pay what was owed
  (6, 'C', '2026-01-01', '100', '2026-02-28'),
  (7, 'C', '2026-01-01', '100', '2026-03-01'),
  (8, 'D', '2026-02-01', '80', '2026-01-31');    -- over before it began
INSERT INTO claim VALUES
  (1, 'A', '2026-01-31', '60', '1'),    -- by turns: of earning 1, on its last day
  (2, 'A', '2026-02-01', '100', '2'),   -- earning 1 is over: 10 opened and 50 of earning 2
  (3, 'A', '2026-01-15', '30', '3'),    -- on its day 40 of earning 1 were left
  (4, 'B', '2026-01-15', '50', '1'), (5, 'B', '2026-03-01', '5', '2'), (6, 'B', '2026-05-01', '30', '3'),
  (7, 'C', '2026-03-01', '150', '1'),
  (8, 'D', '2026-02-01', '10', '1'), (9, 'D', '2026-01-31', '10', '2');
