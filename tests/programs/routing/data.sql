CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, most INTEGER, factor TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, area TEXT);
CREATE TABLE product (code TEXT PRIMARY KEY, family TEXT);
CREATE TABLE lead (id INTEGER PRIMARY KEY, received_on TEXT, region TEXT, area TEXT, product TEXT, size TEXT, open INTEGER);
INSERT INTO partner VALUES
  ('A', 'Acme', 'NA', 2, '1'),
  ('B', 'Bolt', 'NA', 9, '1'),
  ('C', 'Cusp', 'NA', 9, '1.0000000001'),
  ('D', 'Dune', 'EMEA', 1, '0'),
  ('E', 'Etna', 'NA', 9, '1'),       -- not silver
  ('F', 'Fjord', 'APAC', NULL, '1'); -- no cap, no factor by region
INSERT INTO deal VALUES
  (1, 'A', '2026-01-01', '300', 'cloud'), (2, 'B', '2026-01-01', '200', 'cloud'), (3, 'C', '2026-01-01', '200', 'cloud'),
  (4, 'D', '2026-01-01', '500', 'cloud'), (5, 'E', '2026-01-01', '50', 'cloud'), (6, 'B', '2026-01-02', '0', 'net'),
  (7, 'D', '2026-01-03', '7', 'net'), (8, 'A', '2026-01-04', '5', 'net');
INSERT INTO product VALUES ('SW', 'net'), ('CL', 'cloud');
INSERT INTO lead VALUES
  (1, '2026-02-02', 'NA', 'cloud', 'CL', '10', 1), (2, '2026-02-01', 'NA', 'cloud', 'SW', '20', 1),
  (3, '2026-02-03', 'NA', 'cloud', 'CL', '30', 1), (4, '2026-02-04', 'NA', 'cloud', 'CL', '40', 1),
  (5, '2026-02-05', 'NA', 'cloud', 'CL', '50', 1), (6, '2026-02-06', 'EMEA', 'cloud', 'CL', '60', 1),
  (7, '2026-02-07', 'EMEA', 'cloud', 'SW', '70', 1), (8, '2026-02-08', 'NA', 'net', 'CL', '5', 1),
  (9, '2026-02-08', 'LATAM', 'net', 'CL', '90', 1), (10, '2026-02-01', 'NA', 'cloud', 'CL', '100', 0),
  (11, '2027-01-01', 'NA', 'cloud', 'CL', '110', 1), (12, NULL, 'NA', 'net', 'CL', NULL, 1),
  (13, '2026-02-09', 'EMEA', 'cloud', 'SW', 'large', 1);
