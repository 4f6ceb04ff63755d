CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, tier TEXT, risk_on TEXT, safe_on TEXT, kind TEXT, pace TEXT);
INSERT INTO partner VALUES
  ('D', '5', 'mid', '2026-01-31', NULL, NULL, '1'),   -- three months after 31 January is 30 April
  ('E', '5', 'low', '2026-01-30', NULL, NULL, '2'),   -- and so it is after 30 January
  ('F', '150', 'top', '2026-01-29', NULL, NULL, '1'), -- but 29 April after 29 January
  ('G', '150', 'top', '2026-01-31', NULL, NULL, '1'),
  ('U', '300', 'low', NULL, NULL, 'x', '1'),
  ('V', '300', '', NULL, NULL, 'x', NULL),            -- stands nowhere: free to start, without steps
  ('W', '300', 'low', NULL, NULL, 'y', '2'),
  ('X', '300', 'top', 'never', 'soon', NULL, '0'),    -- stays: its level hangs on none of these
  ('Y', '5', 'top', 'never', 'soon', NULL, '1'),      -- would fall
  ('Z', '300', 'low', 'never', 'soon', NULL, '0');    -- rises
