CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, carried TEXT, most INTEGER);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, registered INTEGER, good_until TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, submitted_on TEXT, amount TEXT);
CREATE TABLE lead (id INTEGER PRIMARY KEY, received_on TEXT, region TEXT);
INSERT INTO partner VALUES ('P1', 'Alder', 'NA', '12.50', 2), ('P2', 'Birch', 'NA', '0', 1), ('P3', 'Cedar', 'EMEA', '-4', 5);
INSERT INTO deal VALUES
  (1, 'P1', '2026-01-10', '1000', 1, '2026-05-31'), (2, 'P1', '2026-02-10', '1200', 0, '2026-12-31'),
  (3, 'P1', '2026-03-10', '2000', 1, NULL), (4, 'P1', '2026-03-20', '-300', 0, NULL),
  (5, 'P2', '2026-01-10', '900', 1, '2026-12-31'), (6, 'P2', '2026-01-11', '2000', 0, '2026-12-31'),
  (7, 'P3', '2026-01-10', '100', 0, '2026-12-31');
INSERT INTO claim VALUES (1, 'P1', '2026-02-28', '30'), (2, 'P1', '2026-06-01', '100');
INSERT INTO lead VALUES (1, '2026-04-01', 'NA'), (2, '2026-04-02', 'NA'), (3, '2026-04-03', 'NA'), (4, '2026-04-04', 'NA'),
  (5, '2026-04-05', 'EMEA');
