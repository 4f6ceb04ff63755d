CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, kind TEXT);
INSERT INTO partner VALUES ('A', 'NA'), ('B', 'APAC'), ('C', 'EMEA');
INSERT INTO deal VALUES
  (1, 'A', '2026-06-14', '100', 'new'),
  (2, 'A', '2026-06-15', '100', 'old'),
  (3, 'A', '2026-06-16', '100', NULL),
  (4, 'C', '2025-12-31', '100', 'early'),
  (5, 'B', '2026-01-01', '100', 'early');
