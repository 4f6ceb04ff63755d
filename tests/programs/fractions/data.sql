CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT, n INTEGER);
INSERT INTO partner VALUES ('A', '300.00', 3), ('B', '0.05', 7), ('C', '-100.00', 8);
