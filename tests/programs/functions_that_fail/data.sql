CREATE TABLE partner (id INTEGER PRIMARY KEY, does TEXT);
INSERT INTO partner (id, does) VALUES
    (10, 'fine'), (11, 'loop'), (12, 'fine'), (13, 'recurse'), (14, 'text'), (15, 'table'), (16, 'infinity'),
    (17, 'third'), (18, 'boolean'), (19, 'memory'), (20, 'double'), (21, 'raise'), (23, 'count'),
    (24, 'write'), (25, 'read'), (26, 'fine');
