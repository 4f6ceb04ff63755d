CREATE TABLE partner (id TEXT PRIMARY KEY, budget TEXT, part TEXT, most TEXT, ok INTEGER, area TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, amount TEXT, turn TEXT, kind TEXT, proof INTEGER, left TEXT);
INSERT INTO partner VALUES
  ('A', '100', '0.25', '100', 1, 'N'),
  ('B', '600', '1', '0', 0, 'W'),
  ('C', '9', NULL, NULL, 1, NULL),   -- claims of kind p, with no part and no limit
  ('D', '100', NULL, NULL, 1, 'S'),  -- the same, but no such claim
  ('F', '20', '0', '5', 1, 'W'),
  ('E', '100', '-0.5', '5', 1, 'S'); -- one amount is missing; a part below 0
INSERT INTO claim VALUES
  (1, 'A', '2026-01-02', '30', 3, 'p', 1, '100'),
  (2, 'A', '2026-01-03', '50', 1, 'p', 1, '12.345'), -- of which 12.34 may be paid
  (3, 'B', '2026-01-01', '60', 2, 'p', 1, '100'),
  (4, 'B', '2026-01-02', '-20', 1, '', 1, NULL),
  (5, 'B', '2026-01-03', '10', NULL, '', 1, NULL),
  (6, 'C', '2026-01-04', '51', 9, 'p', 0, NULL),     -- everything is wrong with it
  (7, 'D', '2026-01-04', '1', 9, '', 1, NULL),
  (8, 'E', '2026-01-01', '90', 0, 'p', 1, '100'),    -- takes nothing from the others
  (9, 'E', '2026-01-05', NULL, 8, 'q', 1, NULL),
  (10, 'F', '2026-01-05', '7', 7, 'p', 1, '5.555');   -- only one of several areas is missing
