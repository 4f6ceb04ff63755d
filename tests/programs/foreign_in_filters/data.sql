CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES ('P1', 'a');
-- EUR 100 is 110 in February, 130 in September and at as_of.
CREATE TABLE rate (id INTEGER PRIMARY KEY, currency TEXT, date TEXT, rate NUMERIC);
INSERT INTO rate VALUES (1, 'EUR', '2026-01-01', 1.1), (2, 'EUR', '2026-09-01', 1.3);
CREATE TABLE sale (id INTEGER PRIMARY KEY, partner_id TEXT, sold_on TEXT, amount NUMERIC);
INSERT INTO sale VALUES (1, 'P1', '2026-02-01', 120), (2, 'P1', '2026-09-15', 120), (3, 'P1', '2026-02-01', 130);
CREATE TABLE quote (id INTEGER PRIMARY KEY, partner_id TEXT, amount NUMERIC);
INSERT INTO quote VALUES (1, 'P1', 115), (2, 'P1', 135);
