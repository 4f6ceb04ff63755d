CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, tier TEXT, safe_on TEXT, risk_on TEXT, pace TEXT);
INSERT INTO partner VALUES
  ('D1', '50', 'gold', '2026-07-31', NULL, NULL),
  ('D2', '50', 'gold', '2026-07-30', '2026-05-02', NULL),
  ('D3', '50', 'gold', NULL, '2026-05-01', NULL),
  ('D4', '50', 'gold', NULL, '2026-04-30', NULL),
  ('E1', '5', 'silver', NULL, '2026-01-01', NULL),
  ('E2', '5', 'platinum', NULL, '2026-01-01', NULL),
  ('N1', '300', NULL, NULL, NULL, '1'),
  ('R1', '300', 'bronze', NULL, NULL, '2'),
  ('R2', '300', 'gold', NULL, NULL, '1'),
  ('R3', '300', 'silver', NULL, NULL, '1.5'),
  ('S1', '200', 'gold', NULL, '2026-01-01', NULL),
  ('X1', '300', 'junk', NULL, NULL, NULL);
