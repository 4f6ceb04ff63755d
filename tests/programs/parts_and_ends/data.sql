CREATE TABLE partner (id TEXT PRIMARY KEY, moves TEXT, joined TEXT);
INSERT INTO partner VALUES ('A', '1.5', '2026-01-31'), ('B', '2', '9999-12-30'), ('C', '1', '9999-12-30'),
  ('D', '1', '0001-01-31'), ('E', '-1', '0001-01-02'), ('F', NULL, '2026-01-31'), ('G', '3', NULL), ('H', '1.0', '2026-03-31'),
  ('I', '100000000000', '2026-01-31');
