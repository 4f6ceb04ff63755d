CREATE TABLE partner(id TEXT PRIMARY KEY, n NUMERIC);
INSERT INTO partner VALUES ('A', 0), ('B', 1), ('C', 5), ('D', 60);
