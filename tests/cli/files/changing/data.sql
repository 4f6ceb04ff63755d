CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, base TEXT, seats INTEGER, tier TEXT);
INSERT INTO partner VALUES ('A', 'Alder', '0.25', 3, 'base'), ('B', 'Birch', '0.27', 12, 'base');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, status TEXT, registered INTEGER);
INSERT INTO deal VALUES (1, 'A', '2026-01-15', '10', 'won', 1), (2, 'A', '2026-06-15', '20', 'won', 0),
  (3, 'B', '2026-05-01', '30', 'lost', 1), (4, 'B', '2025-12-01', '40', 'won', 0);
