CREATE TABLE partner (id TEXT PRIMARY KEY, joined TEXT, early INTEGER, region TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, day TEXT);
INSERT INTO partner VALUES ('A', '2024-02-29', 1, 'NA'), ('B', '2026-04-30 23:59:59', 0, 'EU'), ('C', NULL, NULL, NULL);
INSERT INTO deal VALUES (1, 'A', '2026-01-30'), (2, 'A', '2026-01-31'), (3, 'A', '2026-02-01'), (4, 'A', '2026-02-02');
