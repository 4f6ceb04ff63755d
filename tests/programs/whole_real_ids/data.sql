-- Partner 7 is kept as 7.0; 8 is an integer. Sale 2 comes before sale 10, in whichever way they are kept.
CREATE TABLE partner (id, name TEXT, above_id REAL);
INSERT INTO partner VALUES (7.0, 'a', NULL), (8, 'b', 7.0);
CREATE TABLE product (id INTEGER PRIMARY KEY, family TEXT);
INSERT INTO product VALUES (1, 'SW'), (2, 'HW');
CREATE TABLE sale (id REAL PRIMARY KEY, partner_id REAL, sold_on TEXT, amount NUMERIC, product REAL);
INSERT INTO sale VALUES (10, 7, '2026-07-01', 20, 1), (2, 7, '2026-07-01', 10, 2), (12, 8, '2026-07-01', 3, 1),
  (3, 8, '2026-07-01', 4, NULL);
