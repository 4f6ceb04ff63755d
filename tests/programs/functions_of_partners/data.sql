CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, joined_on TEXT, certified INTEGER, score NUMERIC);
INSERT INTO partner VALUES
    ('A', 'Ada', 'NA', '2026-01-01', 1, 1.5),
    ('B', 'Bob', 'EMEA', '2025-12-31', 0, NULL),
    ('C', 'Cyd', 'LATAM', NULL, NULL, 4),
    ('D', 'Dee', NULL, '2026-01-31', 1, 0);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT);
INSERT INTO deal VALUES
    (1, 'A', '2026-01-05', '1000.10'), (2, 'A', '2026-01-06', '0.05'), (3, 'A', '2026-02-01', '5000'),
    (4, 'B', '2026-01-05', '333.35'), (5, 'B', '2026-01-05', '0.01'),
    (6, 'D', '2026-01-05', '100'), (7, 'D', '2026-01-07', '100'), (8, 'D', '2026-01-08', '100');
