CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT);
INSERT INTO partner VALUES ('A', '0.02'), ('B', '0.06'), ('C', '-0.02'), ('D', '0.01'), ('E', '0.03'), ('F', '-0.06');
