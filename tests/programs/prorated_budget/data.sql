CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder'), ('B', 'Birch'), ('C', 'Cedar');
INSERT INTO sale VALUES
  (1, 'C', '2026-01-01', '1000', 'x', NULL), (2, 'A', '2026-01-02', '1000', 'x', NULL),
  (3, 'B', '2026-01-03', '1000', 'x', NULL);
