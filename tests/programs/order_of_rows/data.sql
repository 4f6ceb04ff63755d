CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);

CREATE TABLE sale (id TEXT PRIMARY KEY, partner_id TEXT, amount TEXT, rank_no INTEGER, rep TEXT);
CREATE TABLE visit (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, rep TEXT);
INSERT INTO partner VALUES ('a', 'Alder'), ('B', 'Birch'), ('P10', 'Pine'), ('P9', 'Palm');
INSERT INTO sale VALUES ('9', 'a', '10', 10, 'r1'), ('10', 'a', '10', NULL, 'r2'), ('b', 'a', '10', 9, 'r3');
INSERT INTO visit VALUES (9, 'a', '10', 'r1'), (10, 'a', '10', 'r2'), (100, 'a', '10', 'r3');
