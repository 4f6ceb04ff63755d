CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, area TEXT, factor NUMERIC);
INSERT INTO partner VALUES ('A', 'Alpha', 'net', 2), ('B', 'Beta', NULL, NULL), ('C', 'Gamma', 'sea', 1);
CREATE TABLE maker (code TEXT, country TEXT);
INSERT INTO maker VALUES ('M2', 'US'), ('M1', 'JP');
CREATE TABLE country (code TEXT, region TEXT);
INSERT INTO country VALUES ('JP', 'ASIA'), ('US', 'NA');
CREATE TABLE category (no INTEGER, rate NUMERIC);
INSERT INTO category VALUES (10, 0.5), (9, 0.25), ('10b', 2);
CREATE TABLE product (id TEXT PRIMARY KEY, family TEXT, price NUMERIC, maker TEXT, listed_on TEXT, sold INTEGER);
INSERT INTO product VALUES ('P2', 'NET', 250, 'M2', '2026-01-01', 1), ('P1', 'SEC', 99.5, 'M1', '2026-01-01', 1), ('P3', 'SEC', 40, NULL, NULL, 0);
CREATE TABLE area (name TEXT, least INTEGER, weight INTEGER);
INSERT INTO area VALUES ('web', 1, 1), ('net', 2, 10), ('data', 0, 100);
CREATE TABLE quota (id INTEGER PRIMARY KEY, starts_on TEXT, amount NUMERIC);
INSERT INTO quota VALUES (1, '2026-01-01', 100), (2, '2026-06-30', 20), (3, '2026-07-01', 3);
CREATE TABLE credential (id INTEGER PRIMARY KEY, partner_id TEXT, person TEXT, area TEXT);
INSERT INTO credential VALUES (1, 'A', 'x', 'net'), (2, 'A', 'y', 'net'), (3, 'A', 'x', 'web'), (4, 'B', 'z', 'sea');
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount NUMERIC, product TEXT, category);
INSERT INTO deal VALUES
  (1, 'A', '2026-02-01', 1000, 'P1', 10), (2, 'A', '2026-03-01', 200, 'P2', '10b'), (3, 'A', '2026-03-02', 30, 'P1', 9),
  (4, 'A', '2026-03-03', 4, NULL, NULL), (5, 'B', '2026-04-01', 500, 'P3', '9'), (6, 'B', '2026-04-02', 60, 'P9', 10);
