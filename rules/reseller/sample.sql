-- A small network on 30 September 2026: twenty partners of eight kinds, and Halden's own sales force.
--
--   sqlite3 halden.db < rules/reseller/sample.sql
--   rung evaluate rules/reseller halden.db --as-of 2026-09-30

CREATE TABLE partner (
  id TEXT PRIMARY KEY, name TEXT, type TEXT, region TEXT, tier TEXT, sells_through TEXT,
  stage TEXT, stage_since TEXT, coverage TEXT, signed_on TEXT,
  sellers INTEGER, engineers INTEGER, field_service INTEGER, days_to_pay INTEGER,
  at_risk_since TEXT, protected_until TEXT, rebate_carried TEXT
);
INSERT INTO partner VALUES
  -- VARs and systems integrators: Arden stays on top, Bellway is protected, Corvus in its days of grace,
  -- Delta's are over, Quarry falls one level and not two, Ridge has just risen.
  ('ARDEN',   'Arden Field Systems',    'VAR', 'NA',   'elite',      'MERIDIAN', 'growing',   '2024-03-01', 'strategic', '2021-04-12',  9,  8, 1, 24, NULL, NULL, NULL),
  ('BELLWAY', 'Bellway Integration',    'SI',  'NA',   'preferred',  'MERIDIAN', 'growing',   '2025-01-10', 'managed',   '2022-09-01',  5,  4, 1, 35, NULL, '2026-12-31', NULL),
  ('CORVUS',  'Corvus IT Partners',     'VAR', 'EMEA', 'preferred',  'NORDIS',   'launched',  '2025-06-20', 'long_tail', '2023-02-15',  3,  2, 0, 41, '2026-08-15', NULL, '60.00'),
  ('DELTA',   'Delta Workforce Tech',   'VAR', 'EMEA', 'preferred',  'NORDIS',   'growing',   '2024-11-05', 'managed',   '2022-05-30',  4,  3, 1, 28, '2026-05-02', NULL, NULL),
  ('EASTON',  'Easton Solutions',       'SI',  'NA',   'authorized', NULL,       'launched',  '2026-03-12', 'long_tail', '2026-01-20',  2,  2, 0, 30, NULL, NULL, NULL),
  ('LOOM',    'Loom Networks',          'VAR', 'NA',   NULL,         NULL,       'recruited', '2026-05-15', 'long_tail', NULL,          1,  1, 0, NULL, NULL, NULL, NULL),
  ('OSTARA',  'Ostara Systemhaus',      'SI',  'EMEA', 'authorized', 'NORDIS',   'onboarded', '2026-04-20', 'long_tail', '2026-02-11',  3,  3, 1, 29, NULL, NULL, NULL),
  ('QUARRY',  'Quarry Technology',      'VAR', 'NA',   'elite',      NULL,       'growing',   '2023-05-01', 'long_tail', '2020-02-02',  7,  5, 0, 52, '2026-04-01', NULL, NULL),
  ('RIDGE',   'Ridge Digital',          'SI',  'EMEA', 'authorized', 'NORDIS',   'launched',  '2025-11-20', 'long_tail', '2025-10-20',  4,  3, 1, 19, NULL, NULL, '180.00'),
  -- Managed-service providers: Solent has become large within a year, Tidal is lowered in December at the soonest.
  ('FJORD',   'Fjord Managed IT',       'MSP', 'EMEA', 'operator',   'NORDIS',   'growing',   '2024-08-01', 'managed',   '2022-01-03',  4,  6, 1, 22, NULL, NULL, NULL),
  ('GALA',    'Gala Cloud Operations',  'MSP', 'NA',   'registered', NULL,       'launched',  '2025-10-01', 'long_tail', '2025-05-06',  2,  3, 0, 50, NULL, NULL, NULL),
  ('SOLENT',  'Solent Services',        'MSP', 'NA',   'operator',   NULL,       'launched',  '2025-12-01', 'long_tail', '2025-08-14',  6,  9, 1, 21, NULL, NULL, NULL),
  ('TIDAL',   'Tidal Support',          'MSP', 'EMEA', 'operator',   'NORDIS',   'launched',  '2024-02-01', 'long_tail', '2023-12-01',  1,  2, 0, 60, NULL, NULL, NULL),
  -- Those who build on Halden.
  ('HELIX',   'Helix Scheduling',       'ISV', 'NA',   'integrated', NULL,       'growing',   '2025-02-17', 'managed',   '2023-07-11',  3,  9, 1, 18, NULL, NULL, NULL),
  ('IONA',    'Iona Devices',           'OEM', 'EMEA', 'connected',  NULL,       'onboarded', '2026-06-01', 'long_tail', '2025-12-15',  6, 12, 1, 33, NULL, NULL, NULL),
  ('PIKE',    'Pike Service Software',  'ISV', 'EMEA', 'connected',  NULL,       'recruited', '2026-08-25', 'long_tail', '2026-08-20',  1,  5, 1, NULL, NULL, NULL, NULL),
  -- Those who recommend.
  ('JUNE',    'June & Partner Agency',  'agency',     'NA',   'friend',   NULL, 'launched', '2025-09-09', 'long_tail', '2025-03-01', 4, 0, 0, 15, NULL, NULL, NULL),
  ('KITE',    'Kite Advisory',          'consultant', 'EMEA', 'friend',   NULL, 'launched', '2025-04-04', 'long_tail', '2024-01-22', 2, 1, 1, 12, NULL, NULL, NULL),
  -- Distributors. Nordis has what National asks for, but levels rise in January and July.
  ('MERIDIAN','Meridian Distribution',  'distributor', 'NA',   'national', NULL, 'growing', '2022-06-01', 'managed', '2019-03-03', 20, 4, 0, 45, NULL, NULL, NULL),
  ('NORDIS',  'Nordis Handel',          'distributor', 'EMEA', 'regional', NULL, 'growing', '2023-03-01', 'managed', '2020-10-10', 14, 3, 0, 38, NULL, NULL, NULL),
  ('DIRECT',  'Halden direct sales',    'direct', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 12, 5, 1, NULL, NULL, NULL, NULL);

CREATE TABLE product (code TEXT PRIMARY KEY, name TEXT, family TEXT, recurring INTEGER);
INSERT INTO product VALUES
  ('HFS-1', 'Halden Dispatch',  'dispatch', 0), ('HFS-2', 'Halden Mobile',   'mobile',   1),
  ('HFS-3', 'Halden Inventory', 'stock',    1), ('HFS-9', 'Onboarding days', 'services', 0);

CREATE TABLE exchange_rate (currency TEXT, valid_from TEXT, rate TEXT);
INSERT INTO exchange_rate VALUES
  ('EUR', '2024-09-30', '1.11'), ('EUR', '2025-03-31', '1.08'), ('EUR', '2025-12-31', '1.1'),
  ('EUR', '2026-06-30', '1.125'), ('EUR', '2026-08-31', '1.12'),
  ('SEK', '2024-09-30', '0.095'), ('SEK', '2026-06-30', '0.0975');

CREATE TABLE deal (
  id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT, currency TEXT, status TEXT,
  industry TEXT, product TEXT, campaign TEXT, account_manager TEXT
);
INSERT INTO deal VALUES
  ( 1, 'ARDEN',    '2025-11-04', '82000.00',  'USD', 'won',      'utilities',  'HFS-1', 'spring', 'Mara'),
  ( 2, 'ARDEN',    '2026-02-19', '141500.00', 'USD', 'won',      'telecom',    'HFS-2', NULL,     'Mara'),
  ( 3, 'ARDEN',    '2026-05-28', '96000.00',  'USD', 'won',      'utilities',  'HFS-3', 'summer', 'Mara'),
  ( 4, 'ARDEN',    '2026-08-11', '118000.00', 'USD', 'won',      'utilities',  'HFS-2', NULL,     'Mara'),
  ( 5, 'ARDEN',    '2026-09-02', '-6000.00',  'USD', 'returned', 'utilities',  'HFS-1', NULL,     'Mara'),
  ( 6, 'ARDEN',    '2025-03-14', '310000.00', 'USD', 'won',      'telecom',    'HFS-1', NULL,     'Mara'),
  ( 7, 'ARDEN',    '2026-06-30', '40000.00',  'USD', 'lost',     'facilities', 'HFS-1', NULL,     'Mara'),
  (10, 'BELLWAY',  '2025-12-12', '38500.00',  'USD', 'won',      'facilities', 'HFS-1', NULL,     'Mara'),
  (11, 'BELLWAY',  '2026-03-20', '27250.50',  'USD', 'won',      'telecom',    'HFS-9', 'spring', 'Tom'),
  (12, 'BELLWAY',  '2026-08-30', '21000.00',  'USD', 'won',      'retail',     'HFS-2', NULL,     'Tom'),
  (13, 'BELLWAY',  '2025-02-02', '61000.00',  'USD', 'won',      'utilities',  'HFS-1', NULL,     'Tom'),
  (20, 'CORVUS',   '2025-10-08', '52000.00',  'EUR', 'won',      'retail',     'HFS-1', NULL,     'Ines'),
  (21, 'CORVUS',   '2026-07-17', '11000.00',  'EUR', 'won',      'facilities', 'HFS-2', NULL,     'Ines'),
  (22, 'CORVUS',   '2025-04-01', '74000.00',  'EUR', 'won',      'retail',     'HFS-1', NULL,     'Ines'),
  (30, 'DELTA',    '2025-11-20', '31000.00',  'EUR', 'won',      'utilities',  'HFS-1', 'autumn', 'Ines'),
  (31, 'DELTA',    '2026-01-15', '9500.00',   'EUR', 'won',      'utilities',  'HFS-3', NULL,     'Ines'),
  (32, 'DELTA',    '2026-09-15', '14250.00',  'EUR', 'won',      'telecom',    'HFS-2', NULL,     'Ines'),
  (33, 'DELTA',    '2025-05-05', '88000.00',  'EUR', 'won',      'utilities',  'HFS-1', NULL,     'Ines'),
  (40, 'EASTON',   '2026-04-22', '18500.00',  'USD', 'won',      'facilities', 'HFS-1', NULL,     'Tom'),
  (41, 'EASTON',   '2026-08-05', '24000.00',  'USD', 'won',      'facilities', 'HFS-2', NULL,     'Tom'),
  (42, 'EASTON',   '2026-07-07', '15000.00',  'USD', 'lost',     'retail',     'HFS-1', NULL,     'Tom'),
  (45, 'QUARRY',   '2025-06-11', '420000.00', 'USD', 'won',      'retail',     'HFS-1', NULL,     'Tom'),
  (46, 'QUARRY',   '2026-01-28', '64000.00',  'USD', 'won',      'retail',     'HFS-1', NULL,     'Tom'),
  (47, 'QUARRY',   '2026-09-09', '12000.00',  'USD', 'won',      'facilities', 'HFS-3', NULL,     'Tom'),
  (48, 'RIDGE',    '2025-11-18', '36000.00',  'EUR', 'won',      'utilities',  'HFS-1', NULL,     'Ines'),
  (49, 'RIDGE',    '2026-02-25', '41000.00',  'EUR', 'won',      'telecom',    'HFS-2', NULL,     'Ines'),
  (50, 'RIDGE',    '2026-05-30', '28500.00',  'EUR', 'won',      'utilities',  'HFS-1', NULL,     'Ines'),
  (51, 'RIDGE',    '2026-08-24', '52000.00',  'EUR', 'won',      'utilities',  'HFS-3', NULL,     'Ines'),
  (52, 'FJORD',    '2026-02-10', '420000.00', 'SEK', 'won',      'telecom',    'HFS-2', 'spring', 'Ines'),
  (53, 'FJORD',    '2026-08-20', '510000.00', 'SEK', 'won',      'utilities',  'HFS-2', NULL,     'Ines'),
  (54, 'FJORD',    '2025-02-10', '300000.00', 'SEK', 'won',      'utilities',  'HFS-2', NULL,     'Ines'),
  (60, 'GALA',     '2026-05-16', '12500.00',  'USD', 'won',      'retail',     'HFS-2', NULL,     'Tom'),
  (61, 'SOLENT',   '2026-01-12', '30000.00',  'USD', 'won',      'facilities', 'HFS-2', NULL,     'Mara'),
  (63, 'SOLENT',   '2025-09-10', '20000.00',  'USD', 'won',      'facilities', 'HFS-2', NULL,     'Mara'),
  (62, 'SOLENT',   '2026-07-30', '12000.00',  'USD', 'won',      'facilities', 'HFS-3', NULL,     'Mara'),
  (70, 'HELIX',    '2026-06-02', '66000.00',  'USD', 'won',      'utilities',  'HFS-3', NULL,     'Mara'),
  (71, 'HELIX',    '2025-06-02', '41000.00',  'USD', 'won',      'utilities',  'HFS-3', NULL,     'Mara'),
  (72, 'HELIX',    '2026-09-21', '92500.00',  'USD', 'won',      'telecom',    'HFS-3', NULL,     'Mara'),
  (80, 'MERIDIAN', '2026-03-03', '55000.00',  'USD', 'won',      'retail',     'HFS-1', NULL,     'Mara'),
  (81, 'NORDIS',   '2026-03-04', '100000.00', 'EUR', 'won',      'retail',     'HFS-1', NULL,     'Ines'),
  (90, 'DIRECT',   '2026-07-21', '250000.00', 'USD', 'won',      'utilities',  'HFS-1', NULL,     'Mara'),
  (91, 'DIRECT',   '2026-08-14', '96000.00',  'USD', 'won',      'telecom',    'HFS-2', NULL,     'Tom');

CREATE TABLE registration (
  id INTEGER PRIMARY KEY, partner_id TEXT, opportunity TEXT, asked_on TEXT, approved_on TEXT, status TEXT,
  closed_on TEXT, amount TEXT
);
INSERT INTO registration VALUES
  -- Three on one deal: full credit, half, none.
  (1, 'ARDEN',   'Cobalt Power',      '2026-05-20', '2026-05-22', 'won',      '2026-08-11', '118000.00'),
  (2, 'BELLWAY', 'Cobalt Power',      '2026-05-21', '2026-05-25', 'won',      '2026-08-11', '118000.00'),
  (3, 'EASTON',  'Cobalt Power',      '2026-06-01', '2026-06-03', 'won',      '2026-08-11', '118000.00'),
  -- Direct sales was first, on the last day of its protection: Easton has half.
  (4, 'DIRECT',  'Harbor Facilities', '2026-05-06', '2026-05-07', 'won',      '2026-08-05', '24000.00'),
  (5, 'EASTON',  'Harbor Facilities', '2026-06-12', '2026-06-15', 'won',      '2026-08-05', '24000.00'),
  -- Corvus was protected until 16 July, a day too short: Ridge moves up to the first place.
  (6, 'CORVUS',  'Lyon Facilities',   '2026-04-10', '2026-04-17', 'won',      '2026-07-17', '12375.00'),
  (7, 'RIDGE',   'Lyon Facilities',   '2026-06-20', '2026-06-22', 'won',      '2026-07-17', '12375.00'),
  (8, 'BELLWAY', 'Tamar Retail',      '2026-05-28', '2026-06-01', 'won',      '2026-08-30', '21000.00'),
  (9, 'DELTA',   'Kiel Telecom',      '2026-07-01', NULL,         'refused',  NULL,         '16000.00'),
  (10, 'DELTA',  'Aarhus Utilities',  '2026-08-03', '2026-08-05', 'approved', NULL,         '52000.00'),
  (11, 'ARDEN',  'Sierra Grid',       '2026-09-10', '2026-09-11', 'approved', NULL,         '75000.00'),
  (12, 'QUARRY', 'Mesa Stores',       '2026-09-15', NULL,         'asked',    NULL,         '30000.00');

CREATE TABLE credential (id INTEGER PRIMARY KEY, partner_id TEXT, person_id TEXT, level TEXT, expires_on TEXT);
INSERT INTO credential VALUES
  (1, 'ARDEN', 'A-1', 'engineer', '2027-03-31'), (2, 'ARDEN', 'A-2', 'engineer', '2027-06-30'),
  (3, 'ARDEN', 'A-3', 'architect', '2026-12-31'), (4, 'ARDEN', 'A-4', 'engineer', '2026-09-30'),
  (5, 'BELLWAY', 'B-1', 'engineer', '2027-01-31'), (6, 'BELLWAY', 'B-2', 'engineer', '2026-10-15'),
  (7, 'BELLWAY', 'B-2', 'architect', '2027-10-15'), (8, 'CORVUS', 'C-1', 'engineer', '2027-02-28'),
  (9, 'CORVUS', 'C-2', 'engineer', '2026-09-29'), (10, 'DELTA', 'D-1', 'engineer', '2027-05-31'),
  (11, 'DELTA', 'D-2', 'engineer', '2027-05-31'), (12, 'EASTON', 'E-1', 'engineer', '2027-08-31'),
  (13, 'FJORD', 'F-1', 'engineer', '2027-04-30'), (14, 'FJORD', 'F-2', 'engineer', '2027-04-30'),
  (15, 'FJORD', 'F-3', 'architect', '2027-04-30'), (16, 'HELIX', 'H-1', 'integration', '2027-07-31'),
  (17, 'IONA', 'I-1', 'integration', '2026-12-31'), (18, 'KITE', 'K-1', 'engineer', '2027-01-01'),
  (19, 'GALA', 'G-1', 'engineer', '2027-02-02'), (20, 'OSTARA', 'O-1', 'engineer', '2027-04-04'),
  (21, 'JUNE', 'J-1', 'sales', '2027-01-15'), (22, 'MERIDIAN', 'M-1', 'sales', '2027-01-15'),
  (23, 'NORDIS', 'N-1', 'sales', '2027-01-15'), (24, 'QUARRY', 'Q-1', 'engineer', '2027-03-15'),
  (25, 'RIDGE', 'R-1', 'engineer', '2027-10-01'), (26, 'RIDGE', 'R-2', 'architect', '2027-10-01'),
  (27, 'SOLENT', 'S-1', 'engineer', '2027-06-01'), (28, 'SOLENT', 'S-2', 'engineer', '2027-06-01'),
  (29, 'SOLENT', 'S-3', 'architect', '2027-06-01'), (30, 'TIDAL', 'T-1', 'engineer', '2026-11-01');

-- Each month's invoices: Fjord bills seven customers, Solent eleven larger ones, Gala and Tidal a few.
CREATE TABLE subscription (id INTEGER PRIMARY KEY, partner_id TEXT, customer TEXT, billed_on TEXT, amount TEXT);
WITH month(m) AS (VALUES ('04'), ('05'), ('06'), ('07'), ('08'), ('09')),
  customer(c) AS (SELECT 1 UNION ALL SELECT c + 1 FROM customer WHERE c < 11)
INSERT INTO subscription (partner_id, customer, billed_on, amount)
  SELECT 'FJORD', 'Customer ' || c, '2026-' || m || '-05', printf('%d.50', 1200 + 150 * c)
  FROM customer, month WHERE c <= 7
  UNION ALL SELECT 'SOLENT', 'Customer ' || c, '2026-' || m || '-05', printf('%d.00', 2000 + 325 * c)
  FROM customer, month ORDER BY 1, 3, 2;
INSERT INTO subscription (partner_id, customer, billed_on, amount) VALUES
  ('GALA', 'Customer 1', '2026-08-03', '900.00'), ('GALA', 'Customer 2', '2026-08-03', '640.00'),
  ('FJORD', 'Customer 1', '2025-06-05', '1100.00'), ('FJORD', 'Customer 2', '2025-06-05', '1150.00'),
  ('TIDAL', 'Customer 1', '2025-05-05', '14000.00'), ('TIDAL', 'Customer 1', '2026-08-05', '4100.00');

CREATE TABLE referral (id INTEGER PRIMARY KEY, partner_id TEXT, made_on TEXT, accepted INTEGER, value TEXT);
INSERT INTO referral VALUES
  (1, 'JUNE', '2026-02-02', 1, '30000.00'), (2, 'JUNE', '2026-07-15', 1, '42500.00'),
  (3, 'JUNE', '2026-08-15', 0, '90000.00'), (4, 'KITE', '2025-11-11', 1, '12000.00'),
  (5, 'KITE', '2026-04-01', 1, '26000.00'), (6, 'KITE', '2026-09-09', 1, '33333.33'),
  (7, 'KITE', '2025-03-03', 1, '40000.00');

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY, partner_id TEXT, given_on TEXT, contacted_on TEXT, won INTEGER
);
INSERT INTO assignment VALUES
  (1, 'ARDEN', '2026-06-01', '2026-06-02', 1), (2, 'ARDEN', '2026-07-01', '2026-07-06', 0),
  (3, 'ARDEN', '2026-09-28', NULL, 0), (4, 'BELLWAY', '2026-05-11', '2026-05-12', 1),
  (5, 'BELLWAY', '2026-08-11', '2026-08-17', 0), (6, 'DELTA', '2026-06-20', '2026-06-21', 0),
  (7, 'FJORD', '2026-07-20', '2026-07-22', 1), (8, 'CORVUS', '2026-05-05', NULL, 0),
  (9, 'EASTON', '2026-08-01', '2026-08-03', 1);

-- Nobody serves APAC; of the five in NA the best fit takes three.
CREATE TABLE lead (id INTEGER PRIMARY KEY, received_on TEXT, region TEXT, company TEXT);
INSERT INTO lead VALUES
  (501, '2026-09-25', 'NA',   'Ohio Gas'),        (502, '2026-09-25', 'NA',   'Prairie Fiber'),
  (503, '2026-09-26', 'EMEA', 'Hafen Services'),  (504, '2026-09-27', 'NA',   'Lakeside Stores'),
  (505, '2026-09-28', 'NA',   'Bay Elevators'),   (506, '2026-09-29', 'APAC', 'Kyushu Telecom'),
  (507, '2026-09-30', 'EMEA', 'Rhein Wasser'),    (508, '2026-09-30', 'NA',   'Summit Cooling');

CREATE TABLE joint_plan (
  id INTEGER PRIMARY KEY, partner_id TEXT, status TEXT, starts_on TEXT, "end" TEXT, target TEXT
);
INSERT INTO joint_plan VALUES
  (1, 'ARDEN', 'approved', '2026-01-01', '2026-12-31', '450000.00'),
  (2, 'BELLWAY', 'approved', '2026-01-01', '2026-12-31', '120000.00'),
  (3, 'DELTA', 'approved', '2025-10-01', '2026-09-30', '90000.00'),
  (4, 'FJORD', 'approved', '2026-04-01', '2027-03-31', '160000.00'),
  (5, 'HELIX', 'approved', '2026-01-01', '2026-12-31', '60000.00'),
  (6, 'MERIDIAN', 'approved', '2026-01-01', '2026-12-31', '700000.00'),
  (7, 'NORDIS', 'draft', '2026-01-01', '2026-12-31', '300000.00'),
  (8, 'CORVUS', 'approved', '2025-01-01', '2025-12-31', '100000.00'),
  (9, 'SOLENT', 'approved', '2026-07-01', '2027-06-30', '500000.00');

CREATE TABLE review (id INTEGER PRIMARY KEY, partner_id TEXT, held_on TEXT, satisfaction INTEGER);
INSERT INTO review VALUES
  (1, 'ARDEN', '2026-04-10', 8), (2, 'ARDEN', '2026-07-14', 9), (3, 'BELLWAY', '2026-07-20', 7),
  (4, 'DELTA', '2026-03-01', 5), (5, 'FJORD', '2026-08-02', 8), (6, 'HELIX', '2026-06-30', 6),
  (7, 'MERIDIAN', '2026-09-01', 7), (8, 'NORDIS', '2026-05-09', 4), (9, 'SOLENT', '2026-09-03', 8);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY, partner_id TEXT, fund TEXT, activity TEXT, amount TEXT, submitted_on TEXT, proof INTEGER
);
INSERT INTO claim VALUES
  (1, 'ARDEN', 'mdf', 'event', '9500.00', '2026-03-30', 1),
  (2, 'ARDEN', 'mdf', 'webinar', '2200.00', '2026-06-12', 1),
  (3, 'ARDEN', 'mdf', 'golf day', '4000.00', '2026-07-01', 1),      -- no activity of the list
  (4, 'BELLWAY', 'mdf', 'campaign', '7250.00', '2026-04-18', 1),
  (5, 'BELLWAY', 'coop', 'event', '800.00', '2026-04-20', 1),       -- managed: no co-op
  (6, 'DELTA', 'mdf', 'trade show', '17500.00', '2026-02-24', 1),   -- over the cap, and more than there is
  (7, 'FJORD', 'mdf', 'webinar', '1800.00', '2026-05-09', 0),       -- no proof
  (8, 'FJORD', 'mdf', 'dinner', '600.00', '2026-05-20', 0),         -- neither proof nor activity
  (9, 'HELIX', 'mdf', 'campaign', '15000.00', '2026-03-02', 1),
  (10, 'HELIX', 'mdf', 'trade show', '9000.00', '2026-06-15', 1),   -- more than is left
  (11, 'HELIX', 'mdf', 'webinar', '1200.00', '2026-08-18', 1),      -- nothing is left
  (12, 'NORDIS', 'mdf', 'event', '5000.00', '2026-05-05', 1),       -- no plan
  (13, 'CORVUS', 'coop', 'campaign', '900.01', '2026-05-05', 1),
  (14, 'CORVUS', 'coop', 'event', '1500.00', '2026-08-08', 1),      -- more than is left
  (15, 'GALA', 'coop', 'webinar', '150.00', '2026-09-01', 1),
  (16, 'GALA', 'coop', 'flyer', '80.00', '2026-09-12', 0),          -- no proof
  (17, 'EASTON', 'coop', 'event', '2000.00', '2026-09-10', 1),      -- more than has accrued
  (18, 'KITE', 'coop', 'event', '400.00', '2026-06-06', 1),         -- nothing has accrued
  (19, 'SOLENT', 'mdf', 'event', '15500.00', '2026-08-30', 1);      -- over the cap of a claim
