CREATE TABLE partner (id TEXT PRIMARY KEY, level TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, activity TEXT, lead TEXT, bonus NUMERIC);
INSERT INTO partner VALUES ('A', 'gold'), ('B', 'gold'), ('C', 'silver'), ('D', 'silver');
INSERT INTO claim VALUES
  (1, 'A', '100', 'event', NULL, 0.1), (2, 'A', '100', 'ads', NULL, 0.1), (3, 'A', '0.05', 'trip', NULL, 0),
  (4, 'A', '100', NULL, NULL, NULL), -- rejected: nobody asks for its shares
  (5, 'B', '100', 'odd', NULL, 0),   -- 90% of by_activity
  (6, 'C', '10', 'event', NULL, 0.1), -- 90% of mixed, 100% of by_activity
  (7, 'C', '10', 'event', NULL, 0.2), -- 100% of mixed
  (8, 'D', '10', 'unheard', 'quentin', 0); -- not gold; no entry in by_activity
