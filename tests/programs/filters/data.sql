CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, kind TEXT, rep TEXT);

INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO sale VALUES
  (1, 'A', '2026-01-01', '5', 'SEC-1', 'r1'), (2, 'A', '2026-01-02', '10', 'SEC-10', 'r2'),
  (3, 'A', '2026-01-03', '10.01', 'sec-1', 'r1'), (4, 'A', '2026-01-04', '20', 'SEC-', 'r1'),
  (5, 'A', '2026-01-05', '20.01', NULL, 'r1');
