CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, stars TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, kind TEXT, size TEXT, billed_on TEXT);
INSERT INTO partner VALUES ('P1', 'One', 'NA', '4'), ('P2', 'Two', 'Asia.Pacific', '2');
INSERT INTO deal VALUES
  (1, 'P1', '2026-01-10', '100', 'a', '3', '2026-06-30'),
  (2, 'P1', '2026-04-10', '200', 'b1', '1', '2026-07-01'),
  (3, 'P1', '2026-07-10', '300', 'c', '2', '2026-07-10'),
  (4, 'P2', '2025-10-01', '150', 'a', '1', '2025-12-31'),
  (5, 'P2', '2026-09-30', '50', 'b2', '2', '2026-09-30');
