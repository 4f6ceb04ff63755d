CREATE TABLE partner (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO partner VALUES (1, 'Alpine Ski House');
