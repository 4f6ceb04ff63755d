CREATE TABLE partner (id TEXT PRIMARY KEY, plan TEXT);
INSERT INTO partner VALUES ('A', 'units'), ('B', NULL), ('C', 'none');
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount NUMERIC, units NUMERIC, kind TEXT);
INSERT INTO sale VALUES
    (10, 'A', '2026-03-01', 100, 3, 'goods'),
    (2, 'A', '2026-03-07', 99.99, 1.5, 'it'),
    (11, 'A', '2026-03-02', 250, 0, 'service'),
    (12, 'A', '2026-03-03', 1000, 1, 'goods'),
    (13, 'A', '2026-04-01', 5000, 1, 'goods'),
    (20, 'B', '2026-03-07', 0.50, 1, 'goods'),
    (21, 'B', '2026-03-07', 20000, 1, 'goods');
CREATE TABLE person (id INTEGER PRIMARY KEY, partner_id TEXT, level TEXT);
INSERT INTO person VALUES (1, 'A', 'x'), (2, 'A', 'y'), (3, 'A', 'x'), (4, 'C', 'z');
