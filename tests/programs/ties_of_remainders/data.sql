CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount TEXT, rep TEXT);
INSERT INTO partner VALUES ('A', 'Alder');
-- 1.666.. 6.666.. 1.666..: two cents are left, all remainders are the same
INSERT INTO claim VALUES (1, 'A', '10'), (2, 'A', '1000');
INSERT INTO deal VALUES (1, 'A', '2026-01-01', '10', 'r1'), (2, 'A', '2026-01-02', '10', 'r2'),
  (3, 'A', '2026-01-02', '100', 'r3');
