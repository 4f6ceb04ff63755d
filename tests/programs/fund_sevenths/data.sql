CREATE TABLE partner (id TEXT PRIMARY KEY, budget TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT);
INSERT INTO partner VALUES ('A', '100');
-- 0.28 is 0.08 + 0.20; -147 is -42 - 105; 0.10 is 0.02(857) + 0.07(142), a cent is left
INSERT INTO claim VALUES (1, 'A', '0.28'), (2, 'A', '-147.00'), (3, 'A', '0.10');
