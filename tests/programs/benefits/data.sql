CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, people INTEGER, tier TEXT, plan_on TEXT);

INSERT INTO partner VALUES ('A', '100', 1, NULL, '2026-01-01'), ('B', '100', 2, NULL, '2025-12-31'), ('C', '200', 2, NULL, NULL),
  ('D', '300', 1, NULL, NULL), ('E', '300', 2, NULL, '2026-01-02'), ('F', '0', 0, NULL, NULL);
