CREATE TABLE firm (code INTEGER, n INTEGER);
INSERT INTO firm VALUES (10, 1), (9, 2);
CREATE TABLE deals (no TEXT, firm TEXT, amount TEXT);
INSERT INTO deals VALUES ('x1', '10', '10'), ('9', '10', '10'), ('10', '10', '10'), ('b', '9', '3'), ('c', '8', '3');
CREATE VIEW won_deals AS SELECT * FROM deals;
CREATE TABLE visit (nr INTEGER PRIMARY KEY, firm INTEGER, amount INTEGER);
INSERT INTO visit VALUES (10, 10, 2), (2, 10, 1);
CREATE TABLE phone (firm TEXT, "how much" TEXT, "end" TEXT, good INTEGER);
INSERT INTO phone VALUES (9, 5, '2026-01-01', 1), (9, 7, '2026-01-03', 0), ('9', '1.5', '2026-01-02 08:00:00', 1);
