CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);

INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO deal VALUES
  (1, 'A', '2024-02-29', '1'),
  (2, 'A', '2024-02-28', '2'),
  (3, 'A', '2024-03-01', '4'),
  (4, 'A', '2024-01-31', '8'),
  (5, 'A', '2024-02-01', '16'),
  (6, 'A', '2023-02-28', '32'),
  (7, 'A', '2023-03-01', '64'),
  (8, 'A', '2023-02-01', '128'),
  (9, 'A', '2025-02-28', '256');
