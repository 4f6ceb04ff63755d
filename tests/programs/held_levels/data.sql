CREATE TABLE partner (id TEXT PRIMARY KEY, sales TEXT, tier TEXT, seg TEXT, kind TEXT);
INSERT INTO partner VALUES
  ('A', '120', 'c', 'low', 'x'),  -- held at c; of the sizes m is not met, though l is
  ('B', '5', 'b', 'high', 'x'),   -- mail by its tier and phone by its segment
  ('C', '170', '', 'high', 'y'),  -- the segments are not for it, whatever its column says
  ('D', '0', NULL, NULL, 'x'),
  ('E', '10', 'C', NULL, 'x');    -- capitals count
