CREATE TABLE partner (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id INTEGER, closed_on TEXT, amount INTEGER, status TEXT);
INSERT INTO partner VALUES (1, 'Alpine Ski House'), (2, 'Humongous Insurance');
INSERT INTO deal VALUES (1, 1, '2026-05-04', 12000, 'won');
