CREATE TABLE partner (id TEXT PRIMARY KEY, stars TEXT, joined TEXT, gold INTEGER, region TEXT);
INSERT INTO partner VALUES ('A', '1', '2026-01-01', 1, 'NA'), ('B', '0.5', '2026-01-02', 0, 'na'), ('C', NULL, NULL, NULL, NULL);
