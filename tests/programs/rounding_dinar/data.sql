CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, amount INTEGER);
INSERT INTO partner VALUES ('A', '1.235'), ('B', '0.004');
INSERT INTO sale VALUES (1, 'A', 1), (2, 'A', 5001), (3, 'B', 3);
