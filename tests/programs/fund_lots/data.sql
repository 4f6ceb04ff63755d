CREATE TABLE partner (id TEXT PRIMARY KEY, opening TEXT, good INTEGER);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, invoiced_on TEXT, amount TEXT, keeps_until TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, submitted_on TEXT, amount TEXT, turn INTEGER);
CREATE TABLE wish (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT);
INSERT INTO partner VALUES
  ('A', '50', 1),   -- order of use, both edges of a lot's days
  ('B', '0', 1),    -- returns
  ('C', '-20', 1),  -- overdrawn at the start; a claim given back
  ('D', '10', 0),   -- requirements not met
  ('E', '5', 1),    -- claims taken in an order that is not that of their dates
  ('F', '0', 1),    -- a last day
  ('G', '0', 1);    -- an amount that is missing
INSERT INTO sale VALUES
  (1, 'A', '2026-01-10', '1000', '2026-06-30'),  -- 100 through June
  (2, 'A', '2026-02-01', '400', '2026-03-31'),   -- 40 through March, used before it
  (3, 'A', '2026-03-01', '200', NULL),           -- 20 that never expire, used after the opening
  (4, 'A', '2026-06-01', '300', '2026-06-29'),   -- 30, expired by the day after
  (5, 'B', '2026-01-01', '500', '2026-12-31'),   -- 50
  (6, 'B', '2026-03-01', '-700', NULL),          -- takes back 20 that the claim left, 50 of what comes
  (7, 'B', '2026-04-01', '300', '2026-12-31'),   -- 30, taken back
  (8, 'B', '2026-05-01', '400.06', '2026-05-31'), -- 40.01 (rounded), of which 20 is taken back
  (9, 'C', '2026-01-01', '300', '2026-02-28'),   -- 30, of which 20 is owed
  (10, 'D', '2026-01-01', '300', '2026-12-31'),
  (11, 'E', '2026-02-01', '100', '2026-02-28'),
  (12, 'E', '2026-03-01', '200', '2026-12-31'),
  (13, 'E', '2026-07-02', '900', '2026-12-31'),  -- the future
  (14, 'F', '2026-06-30', '100', '2026-06-30'),
  (15, 'F', NULL, '70', '2026-06-29'), -- without a day: there from the start
  (16, 'G', '2026-01-01', NULL, '2026-12-31');
INSERT INTO claim VALUES
  (1, 'A', '2026-01-09', '60', 1),    -- the opening's 50
  (2, 'A', '2026-02-01', '45', 2),    -- 40 of sale 2 (on its first day), 5 of sale 1
  (3, 'A', '2026-06-30', '200', 3),   -- 95 of sale 1 on its last day, 20 of sale 3; sale 4 is over
  (4, 'B', '2026-02-01', '30', 1),
  (5, 'B', '2026-04-15', '30', 2),    -- nothing
  (6, 'B', '2026-05-31', '30', 3),    -- 20.01
  (7, 'C', '2026-01-01', '50', 1),    -- 10
  (8, 'C', '2026-03-15', '-8', 2),    -- gives back 8 of sale 9, which has expired
  (9, 'C', '2026-06-01', '20', 3),    -- nothing
  (10, 'D', '2026-02-01', '5', 1),
  (11, 'E', '2026-03-15', '12', 1),   -- 12 of sale 12, which expires before the opening
  (12, 'E', '2026-02-28', '30', 2),   -- 10 of sale 11 on its last day, 5 opened: sale 12 had not accrued
  (13, 'E', '2026-03-01', '30', 3);   -- 8 of sale 12 on its first day
INSERT INTO wish VALUES (1, 'A', '40'), (2, 'A', '70'), (3, 'A', '500'), (4, 'A', '500'), (5, 'A', '500'),
  (6, 'A', '500'), (7, 'A', '500'), (8, 'A', '500');
