CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE day (id INTEGER PRIMARY KEY, partner_id TEXT, "on" TEXT);
INSERT INTO partner VALUES ('A', 'Alder');
INSERT INTO day (partner_id, "on")
  WITH RECURSIVE every(d) AS (SELECT '2022-01-01' UNION ALL SELECT date(d, '+1 day') FROM every WHERE d < '2026-12-31')
  SELECT 'A', d FROM every;
