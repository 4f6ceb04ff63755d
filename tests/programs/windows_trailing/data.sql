CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);

INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO deal VALUES
  (1, 'A', '2026-06-30', '1'),
  (2, 'A', '2026-06-29', '2'),
  (3, 'A', '2026-06-24', '4'),
  (4, 'A', '2026-06-23', '8'),
  (5, 'A', '2026-06-01', '16'),
  (6, 'A', '2026-05-31', '32'),
  (7, 'A', '2026-05-01', '64'),
  (8, 'A', '2026-04-30', '128'),
  (9, 'A', '2026-04-01', '256'),
  (10, 'A', '2026-03-31', '512'),
  (11, 'A', '2025-07-01', '1024'),
  (12, 'A', '2025-06-30', '2048'),
  (13, 'A', '2026-07-01', '4096');
