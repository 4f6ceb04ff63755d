CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);

CREATE TABLE credential (id INTEGER PRIMARY KEY, partner_id TEXT, person TEXT, valid_from TEXT);
INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
INSERT INTO deal VALUES
  (1, 'A', '2026-03-31', '100'), (2, 'A', '2026-04-01', '200'), (3, 'X', '2026-01-01', '400'),
  (4, NULL, '2026-01-01', '800'), (5, 'B', '2026-04-02', '1600');
INSERT INTO credential VALUES (1, 'A', 'p1', '2030-01-01'), (2, 'Z', 'p2', '2020-01-01');
