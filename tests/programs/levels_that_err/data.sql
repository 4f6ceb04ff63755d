CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, n INTEGER);
INSERT INTO partner VALUES ('A', 'EMEA', 2), ('B', 'NA', 2);
