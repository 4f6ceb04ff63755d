-- rules/program.lua as of 2026-06-30 by hand, for the sqlite3 command: whole cents, two passes over the
-- deals and one over every other table. Leaves the temporary tables `answer`, a row a partner, and
-- `totals`. The unary + keeps SQLite from walking a table by its index, which takes half as long again.

PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -200000;

CREATE TEMP TABLE sold AS
SELECT partner_id AS id,
  sum(iif(closed_on >= '2025-07-01', cents, 0)) AS bookings,
  sum(iif(closed_on < '2025-07-01', cents, 0)) AS bookings_before,
  sum(iif(closed_on >= '2026-04-01', cents, 0)) AS quarter,
  sum(iif(closed_on >= '2026-04-01' AND registered = 1, (cents * 3 + 50) / 100, 0)) AS registered
FROM deal
WHERE status = 'won' AND closed_on BETWEEN '2024-07-01' AND '2026-06-30'
GROUP BY +partner_id;

CREATE TEMP TABLE spiffs AS
SELECT id, sum(paid) AS paid
FROM (
  SELECT partner_id AS id, min(sum(units * 2000), 80000) AS paid
  FROM deal
  WHERE status = 'won' AND product GLOB 'SEC-*' AND closed_on BETWEEN '2026-05-01' AND '2026-06-30'
  GROUP BY +partner_id, rep_id
)
GROUP BY id;

CREATE TEMP TABLE staff AS
SELECT partner_id AS id, count(DISTINCT person_id) AS engineers
FROM certificate
WHERE level IN ('engineer', 'architect') AND expires_on >= '2026-06-30'
GROUP BY +partner_id;

CREATE TEMP TABLE claimed AS
SELECT partner_id AS id, sum((cents + 1) / 2) AS vendor_part
FROM claim
WHERE fund = 'mdf' AND proof = 1 AND submitted_on <= '2026-06-30'
GROUP BY +partner_id;

CREATE INDEX temp.sold_of ON sold (id);
CREATE INDEX temp.spiffs_of ON spiffs (id);
CREATE INDEX temp.staff_of ON staff (id);
CREATE INDEX temp.claimed_of ON claimed (id);

-- Factors are in tenths, the steps of the rebate in hundredths of its four quarters.
CREATE TEMP TABLE standing AS
SELECT *,
  CASE
    WHEN bookings * 10 >= 45000000 * factor AND engineers >= 4 THEN 3
    WHEN bookings * 10 >= 15000000 * factor AND engineers >= 2
      AND (bookings_before > 0 AND bookings * 10 >= bookings_before * 11
        OR bookings * 10 >= 35000000 * factor) THEN 2
    WHEN bookings * 10 >= 4000000 * factor AND engineers >= 1 THEN 1
    ELSE 0
  END AS tier
FROM (
  SELECT partner.id,
    CASE region WHEN 'NA' THEN 10 WHEN 'EMEA' THEN 9 WHEN 'APAC' THEN 8 WHEN 'LATAM' THEN 6 END AS factor,
    ifnull(bookings, 0) AS bookings, ifnull(bookings_before, 0) AS bookings_before,
    ifnull(quarter, 0) AS quarter, ifnull(registered, 0) AS registered,
    ifnull(spiffs.paid, 0) AS spiff, ifnull(engineers, 0) AS engineers,
    ifnull(vendor_part, 0) AS vendor_part
  FROM partner
  LEFT JOIN sold ON sold.id = partner.id
  LEFT JOIN spiffs ON spiffs.id = partner.id
  LEFT JOIN staff ON staff.id = partner.id
  LEFT JOIN claimed ON claimed.id = partner.id
);

CREATE TEMP TABLE answer AS
SELECT id, tier, bookings, quarter, engineers,
  ((min(quarter, 2000000) + 2 * max(min(quarter, 8000000) - 2000000, 0) + 4 * max(quarter - 8000000, 0))
    * CASE tier WHEN 0 THEN 0 ELSE tier + 3 END + 200) / 400 AS rebate,
  iif(tier > 0, min(registered, 1500000), 0) AS registration_bonus,
  spiff AS security_days,
  accrued AS mdf_accrued,
  min(vendor_part, accrued) AS mdf_paid
FROM (SELECT *, (bookings * min(tier, 2) + 50) / 100 AS accrued FROM standing)
ORDER BY id;

CREATE TEMP TABLE totals AS
SELECT count(*) AS partners, sum(tier = 0) AS member, sum(tier = 1) AS silver, sum(tier = 2) AS gold,
  sum(tier = 3) AS platinum, sum(rebate) AS rebate, sum(registration_bonus) AS registration_bonus,
  sum(security_days) AS security_days, sum(mdf_accrued) AS mdf_accrued, sum(mdf_paid) AS mdf_paid
FROM answer;
