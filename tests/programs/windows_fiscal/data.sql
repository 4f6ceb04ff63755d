CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);

INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO deal VALUES
  (1, 'A', '2026-08-15', '1'),
  (2, 'A', '2026-08-01', '2'),
  (3, 'A', '2026-07-31', '4'),
  (4, 'A', '2026-07-01', '8'),
  (5, 'A', '2026-06-30', '16'),
  (6, 'A', '2026-04-01', '32'),
  (7, 'A', '2026-03-31', '64'),
  (8, 'A', '2025-08-16', '128'),
  (9, 'A', '2025-08-15', '256'),
  (10, 'A', '2025-07-01', '512'),
  (11, 'A', '2025-06-30', '1024'),
  (12, 'A', '2025-04-01', '2048'),
  (13, 'A', '2025-03-31', '4096');
