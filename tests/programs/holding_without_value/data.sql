CREATE TABLE partner(id TEXT PRIMARY KEY, n NUMERIC, b);
INSERT INTO partner VALUES ('empty', 5, NULL), ('no', 5, 0), ('yes', 5, 1), ('wrong', 5, 'maybe');
