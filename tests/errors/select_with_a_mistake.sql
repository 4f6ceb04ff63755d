CREATE TABLE partner (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id INTEGER, amount INTEGER, status TEXT);
INSERT INTO partner VALUES (1, 'Alpine Ski House');
