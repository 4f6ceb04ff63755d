CREATE TABLE partner (id TEXT PRIMARY KEY, budget TEXT, member INTEGER);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, submitted_on TEXT, amount TEXT, activity TEXT, proof INTEGER);

INSERT INTO partner VALUES ('A', '1000', 1);
INSERT INTO claim VALUES
  (1, 'A', '2026-01-01', '100.00', 'event', 1),
  (2, 'A', '2026-01-02', '0.05', 'event', 1),
  (3, 'A', '2026-01-03', '-100.00', 'event', 1);
