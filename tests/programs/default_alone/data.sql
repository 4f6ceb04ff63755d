CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT, people INTEGER);
INSERT INTO partner VALUES ('A', 'NA', 2), ('B', 'NA', 1), ('C', NULL, NULL);
