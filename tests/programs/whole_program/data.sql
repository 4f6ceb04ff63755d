-- Days are seen from 2026-09-30: trailing twelve months is 2025-10-01 to 2026-09-30, the quarter begins 2026-07-01.
CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, type TEXT, region TEXT, joined_on TEXT, tier TEXT);
CREATE TABLE deal (
  id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, product TEXT, status TEXT,
  registered INTEGER, units INTEGER, rep_id TEXT);
CREATE TABLE certification (id INTEGER PRIMARY KEY, partner_id TEXT, person_id TEXT, level TEXT, expires_on TEXT);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, partner_id TEXT, fund TEXT, activity TEXT, amount TEXT, submitted_on TEXT, proof INTEGER);

INSERT INTO partner VALUES
  ('A', 'Aurora Systems', 'reseller', 'NA', '2020-05-01', 'silver'),
  ('B', 'Bluefjord', 'reseller', 'EMEA', '2021-03-01', 'gold'),
  ('C', 'Cedar Point', 'reseller', 'LATAM', '2022-01-10', NULL),
  ('D', 'Delta Ridge', 'msp', 'APAC', '2019-09-09', 'platinum'),
  ('E', 'Elsewhere', 'msp', 'MARS', '2019-09-09', 'registered');

INSERT INTO deal VALUES
  -- A: 150,000.00 in the year, exactly the gold line; 100,000.00 the year before: growth 50%.
  (1, 'A', '2025-09-30', '100000.00', 'SEC-1', 'won', 0, 1, 'R1'),
  (2, 'A', '2025-10-01', '49999.99', 'NET-1', 'won', 0, 1, 'R1'),
  (3, 'A', '2026-07-01', '60000.01', 'SEC-2', 'won', 1, 30, 'R1'),
  (4, 'A', '2026-08-01', '30000.00', 'SEC-3', 'won', 0, 20, 'R1'),
  (5, 'A', '2026-09-30', '10000.00', 'SEC-', 'won', 1, 41, 'R1'),
  (6, 'A', '2026-10-01', '99999.00', 'SEC-4', 'won', 1, 50, 'R1'),
  (7, 'A', '2026-09-15', '5000.00', 'SEC-4', 'lost', 1, 50, 'R1'),
  (8, 'A', '2026-09-15', '0.00', 'sec-9', 'won', 0, 50, 'R2'),
  -- B: 44,999.99, a cent below the silver line of 45,000.
  (9, 'B', '2026-08-31', '44999.99', 'SEC-1', 'won', 1, 2, 'R3'),
  -- C: 30,000.00, exactly the silver line of 30,000; nothing the year before.
  (10, 'C', '2026-07-31', '30000.00', 'SEC-1', 'won', 1, 7, 'R4'),
  -- D: 1,000,000 with four engineers; deals that cross the partner's cap; the year before twice as much.
  (11, 'D', '2025-08-01', '2000000.00', 'NET-1', 'won', 0, 1, 'R5'),
  (12, 'D', '2026-07-10', '600000.00', 'NET-1', 'won', 1, 1, 'R5'),
  (13, 'D', '2026-08-10', '400000.00', 'NET-1', 'won', 1, 1, 'R5'),
  (14, 'X', '2026-08-10', '1.00', 'NET-1', 'won', 1, 1, 'R5');

INSERT INTO certification VALUES
  (1, 'A', 'P1', 'engineer', '2026-09-30'),
  (2, 'A', 'P1', 'architect', '2027-09-30'),
  (3, 'A', 'P2', 'architect', '2027-09-30'),
  (4, 'A', 'P3', 'engineer', '2026-09-29'),
  (5, 'A', 'P4', 'sales', '2027-09-30'),
  (6, 'B', 'P5', 'engineer', '2027-01-01'),
  (7, 'C', 'P6', 'engineer', '2027-01-01'),
  (8, 'D', 'P7', 'engineer', '2027-01-01'),
  (9, 'D', 'P8', 'engineer', '2027-01-01'),
  (10, 'D', 'P9', 'engineer', '2027-01-01'),
  (11, 'D', 'P10', 'engineer', '2027-01-01');

INSERT INTO claim VALUES
  (1, 'A', 'mdf', 'event', '4000.01', '2026-03-01', 1),
  (2, 'A', 'mdf', 'event', '500.00', '2026-03-02', 0),
  (3, 'A', 'mdf', 'event', '3000.00', '2026-04-01', 1),
  (4, 'A', 'mdf', 'event', '100.00', '2026-05-01', 1),
  (5, 'A', 'coop', 'event', '100.00', '2026-05-01', 1),
  (6, 'A', 'mdf', 'event', '100.00', '2026-10-01', 1),
  (7, 'B', 'mdf', 'event', '100.00', '2026-05-01', 1),
  (8, 'C', 'mdf', 'event', '99.99', '2026-05-01', 1),
  (9, 'C', 'mdf', 'event', '-20.01', '2026-06-01', 1);
