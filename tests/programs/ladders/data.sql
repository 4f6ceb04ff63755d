CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, people INTEGER, tier TEXT, plan_on TEXT);

INSERT INTO partner VALUES ('A', '200', 1, 'gold', NULL), ('B', '199.99', 2, 'gold', NULL), ('C', '99.99', 2, 'silver', NULL),
  ('D', '200', 2, '', NULL), ('E', '500', 2, 'platinum', NULL);
