CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, amount INTEGER);
INSERT INTO partner VALUES ('A', '1001'), ('B', '-3');
INSERT INTO sale VALUES (1, 'A', 100), (2, 'A', 101), (3, 'A', 0);
