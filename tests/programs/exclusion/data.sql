CREATE TABLE partner (id TEXT PRIMARY KEY, small TEXT, large TEXT, good INTEGER);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, kind TEXT, rep TEXT);
CREATE TABLE visit (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT);
INSERT INTO partner VALUES ('A', '10', '20', 1), ('B', '-3', '-5', 0), ('C', '1.004', '1', 1);
INSERT INTO deal VALUES
  (1, 'A', '2026-01-01', '100', 'x', 'R1'),
  (2, 'A', '2026-01-02', '100', 'x', 'R2'),
  (3, 'A', '2026-01-03', '100', 'x', 'R1'),
  (4, 'A', '2026-01-04', '200', 'y', 'R1'),
  (5, 'B', '2026-01-05', '100', 'y', 'R3'),
  (6, 'B', '2026-01-06', '110', 'x', 'R3'),
  (7, 'C', '2026-01-07', '-100', 'y', 'R4');
INSERT INTO visit VALUES (1, 'A', '7'), (2, 'C', '8');
