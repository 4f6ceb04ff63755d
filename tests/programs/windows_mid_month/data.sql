CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);

INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO deal VALUES
  (1, 'A', '2026-05-15', '1'),
  (2, 'A', '2026-05-14', '2'),
  (3, 'A', '2026-04-15', '4'),
  (4, 'A', '2026-04-14', '8'),
  (5, 'A', '2026-02-15', '16'),
  (6, 'A', '2026-02-14', '32'),
  (7, 'A', '2025-11-15', '64'),
  (8, 'A', '2025-11-14', '128'),
  (9, 'A', '2025-05-14', '256'),
  (10, 'A', '2025-04-15', '512'),
  (11, 'A', '2025-04-14', '1024');
