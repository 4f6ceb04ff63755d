CREATE TABLE partner (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE certificate (id INTEGER PRIMARY KEY, partner_id INTEGER, person_id TEXT, level TEXT);
INSERT INTO partner VALUES (1, 'Alpine Ski House');
