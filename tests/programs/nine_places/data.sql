CREATE TABLE partner (id TEXT PRIMARY KEY, n TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, units TEXT);
INSERT INTO partner VALUES ('A', '13.3333333333'), ('B', '13.3333333337');
-- The first three are one number at 9 places, the fourth is another.
INSERT INTO deal VALUES (1, 'A', '0.3333333333'), (2, 'A', '0.3333333334'), (3, 'A', '0.333333333'),
  (4, 'A', '0.3333333335');
