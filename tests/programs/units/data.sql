CREATE TABLE partner (id TEXT PRIMARY KEY, a TEXT, b TEXT, n TEXT);
INSERT INTO partner VALUES ('A', '10', '20', '4'), ('B', '10', '20.01', '3');
