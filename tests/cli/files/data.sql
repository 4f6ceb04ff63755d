CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, tier TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, status TEXT);
INSERT INTO partner VALUES
  ('P1', 'Alder Systems', 'NA', 'registered'),
  ('P2', 'Müller & Söhne', 'EMEA', 'gold'),
  ('P3', '北斗システムズ', 'NA', NULL);
INSERT INTO deal VALUES
  (1, 'P1', '2026-03-31', '150000.00', 'won'),
  (2, 'P1', '2026-06-30', '99.99', 'lost'),
  (3, 'P2', '2026-02-01', '134999.99', 'won'),
  (4, 'P3', '2025-01-15', '500000.00', 'won'),
  (5, 'P3', '2026-05-05', '20000.50', 'won');
