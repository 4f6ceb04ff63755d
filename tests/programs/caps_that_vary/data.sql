CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, units INTEGER);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, activity TEXT);
INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch');
INSERT INTO deal VALUES -- 160 in all: a tenth is 16, a quarter 40
  (1, 'A', '2026-01-01', '8', 'x', 1), (2, 'A', '2026-01-02', '8', 'x', 2), (3, 'A', '2026-01-03', '44', 'y', 2),
  (4, 'B', '2026-01-01', '90', 'y', 3), (5, 'B', '2026-01-02', '10', 'z', 1);
INSERT INTO claim VALUES
  (1, 'A', '40', 'event'), (2, 'A', '40', 'event'), -- 40 and 10
  (3, 'A', '30', 'ads'),                            -- 20
  (4, 'B', '30', 'ads');                            -- 20 by the column, 10 of the 80
