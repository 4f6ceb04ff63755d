CREATE TABLE partner (id TEXT PRIMARY KEY, amount TEXT, "end" TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, product TEXT);
INSERT INTO partner VALUES ('A', '10', '2026-12-30'), ('B', '0.5', '2026-12-31');
INSERT INTO deal VALUES (1, 'A', '5', 'soft'), (2, 'A', '7', 'hard'), (3, 'B', '1', 'hard');
