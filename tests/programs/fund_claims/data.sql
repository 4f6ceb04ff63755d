CREATE TABLE partner (id TEXT PRIMARY KEY, budget TEXT, member INTEGER);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, submitted_on TEXT, amount TEXT, activity TEXT, proof INTEGER);

INSERT INTO partner VALUES ('A', '100.005', 1), ('B', '500', 0), ('C', '0', 1);
INSERT INTO claim VALUES
  (1, 'A', '2026-03-01', '100.00', 'event', 1),
  (2, 'A', '2026-01-01', '60.01', 'event', 1),
  (3, 'A', '2026-02-01', '20.00', 'gifts', 0),
  (4, 'A', '2026-03-01', '80.00', 'event', 1),
  (5, 'A', '2026-04-02', '10.00', 'event', 1),
  (6, 'B', '2026-01-01', '10.00', 'event', 1),
  (7, 'C', '2026-01-01', '10.00', 'event', 1);
