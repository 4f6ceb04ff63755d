CREATE TABLE partner (id TEXT PRIMARY KEY, budget TEXT, member INTEGER);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, submitted_on TEXT, amount TEXT, activity TEXT, proof INTEGER);

INSERT INTO partner VALUES ('A', '1000', 1), ('B', '60', 1);
INSERT INTO claim VALUES
  (1, 'A', '2026-01-01', '200', 'event', 1),
  (2, 'A', '2026-01-02', '202', 'web', 1),
  (3, 'A', '2026-01-03', '300', 'event', 1),
  (4, 'B', '2026-01-04', '400', 'event', 1),
  (5, 'B', '2026-01-05', '100', 'event', 1);
