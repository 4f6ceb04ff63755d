CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('P1', 'a');
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, due_on TEXT, amount NUMERIC);
-- 2 is due later in the quarter, 3 in the next one; 4 is not sold yet; 5 was due in the quarter before.
INSERT INTO sale VALUES (1, 'P1', '2026-08-01', '2026-08-10', 10), (2, 'P1', '2026-08-01', '2026-09-30', 100),
  (3, 'P1', '2026-08-01', '2026-10-01', 1000), (4, 'P1', '2026-08-16', '2026-08-20', 10000), (5, 'P1', '2026-07-01', '2026-06-30', 1);
