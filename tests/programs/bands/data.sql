CREATE TABLE partner (id TEXT PRIMARY KEY, x TEXT);
INSERT INTO partner VALUES ('A', '999.99'), ('B', '1000'), ('C', '5000.01'), ('D', '0'), ('E', '-50'), ('F', '99.99'),
  ('G', '100'), ('H', '2000');
