CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, wants INTEGER);
INSERT INTO partner VALUES ('A', 'a', 0), ('B', 'b', 0), ('C', 'c', 1), ('D', 'd', 1), ('E', 'e', 0), ('F', 'f', 0);
CREATE TABLE maker (id TEXT PRIMARY KEY, points);
INSERT INTO maker VALUES ('M1', 3), ('M2', 'many');
CREATE TABLE product (id INTEGER PRIMARY KEY, price, maker TEXT, listed_on TEXT, sold);
INSERT INTO product VALUES (1, 10, 'M1', '2026-01-01', 1), (2, 'cheap', 'M1', '2026-01-01', 0), (3, 30, 'M9', '2026-01-01', 1),
  (4, 40, 'M2', NULL, 1), (5, 50, 'M1', '2026-07-01', 1);
CREATE TABLE plain (id INTEGER PRIMARY KEY, n, kept);
INSERT INTO plain VALUES (1, 5, 1), (2, 'six', 0), (3, 7, 1);
CREATE TABLE bad (n);
INSERT INTO bad VALUES (1), ('two');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, amount NUMERIC, product);
INSERT INTO deal VALUES (1, 'A', 1, 1), (2, 'A', 1, '1'), (3, 'B', 1, 2), (4, 'C', 1, 3), (5, 'D', 1, 4), (6, 'E', 1, 5), (7, 'F', 1, '01');
