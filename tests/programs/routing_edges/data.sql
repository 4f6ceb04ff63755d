CREATE TABLE partner (id TEXT PRIMARY KEY, tier TEXT, least TEXT, region TEXT, most TEXT, rate TEXT);
INSERT INTO partner VALUES
  ('A', 'high', '100', 'N', '0', '1'), ('B', 'high', '150', 'N', '1', '1'), ('C', 'low', '0', 'N', '5', '9'),
  ('D', 'high', '0', 'S', '9', '0.9'), ('E', 'high', '0', 'S', '9', NULL);
CREATE TABLE lead (id INTEGER PRIMARY KEY, received_on TEXT, size TEXT, region TEXT, turn TEXT, code TEXT);
INSERT INTO lead VALUES
  (9, '2026-01-01', '74.99', 'N', 'b', 'EUR'),  -- 149.98: A
  (10, '2026-01-01', '75', 'N', 'B', 'EUR'),    -- 150: A has one, so B
  (2, '2026-01-02', '150', 'N', 'a', 'USD'),    -- A and B have one each: A
  (3, '2026-01-03', '99.99', 'S', NULL, 'USD'), -- D, for E has no rate
  (4, '2026-01-04', NULL, 'N', 'c', 'USD'),     -- of no size: nobody
  (5, '2026-01-05', '500', NULL, 'd', 'USD'),   -- B has fewer; of no region: nobody by turns
  (6, '2026-02-01', '500', 'S', 'e', 'USD');    -- the future
