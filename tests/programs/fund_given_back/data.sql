CREATE TABLE partner (id TEXT PRIMARY KEY, opening TEXT);
CREATE TABLE earning (id INTEGER PRIMARY KEY, partner_id TEXT, earned_on TEXT, amount TEXT, last_day TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, amount TEXT);
INSERT INTO partner VALUES ('A', '0'), ('B', '20'), ('C', '0'), ('D', '0'), ('E', '0'), ('F', '0');
INSERT INTO earning VALUES
  (1, 'A', '2026-01-10', '100', '2026-06-30'),
  (2, 'B', '2026-01-01', '50', '2026-06-30'), (3, 'B', '2026-01-01', '50', '2026-12-31'),
  (4, 'B', '2026-01-01', '50', NULL),
  (5, 'C', '2026-01-01', '100', '2026-06-30'), (6, 'C', '2026-08-01', '-30', NULL),
  (7, 'D', '2026-01-01', '60', '2026-06-30'), (8, 'D', '2026-01-01', '40', '2026-12-31'),
  (9, 'D', '2026-08-01', '-30', NULL),
  (10, 'E', '2026-01-01', '10', '2026-06-30'),
  (11, 'F', '2026-01-01', '10', '2026-06-30');
INSERT INTO claim VALUES
  (1, 'A', '2026-05-01', '100'), (2, 'A', '2026-05-02', '-40'), -- 40 of June's were not used
  (3, 'B', '2026-02-01', '150'),  -- 50 of earning 2, 50 of 3, the opening's 20, 30 of 4
  (4, 'B', '2026-03-01', '-90'),  -- 30 to 4, 20 to the opening, 40 to 3
  (5, 'B', '2026-07-01', '95'),   -- 40 of 3, 20 opened, 35 of 4
  (6, 'B', '2026-08-01', '-120'), -- 35 to 4, 20 to the opening, 50 to 3, 15 to 2, which has expired
  (7, 'C', '2026-05-01', '100'), (8, 'C', '2026-08-02', '-50'), -- earning 6 takes 30 of them, 20 expired
  (9, 'D', '2026-05-01', '100'), -- 60 and 40
  (10, 'D', '2026-08-02', '-50'), -- 20 to earning 8; of its other 20 and of 10 of earning 7 the return is taken
  (11, 'D', '2026-08-03', '25'),  -- those 20
  (12, 'E', '2026-02-01', '-25'), -- nothing was used: as if it had been there from the start
  (13, 'E', '2026-07-01', '30'),  -- those 25
  (14, 'F', '2026-06-30', '10'), (15, 'F', '2026-06-30', '-10'), (16, 'F', '2026-06-30', '12'); -- its last day
