-- The Northwind Partner Program: who stands on which tier, and what each partner earns.
--
-- Read it in this order:
--   data.lua            the tables that the program looks at
--   metrics.lua         what is measured: bookings, growth, engineers
--   certifications.lua  what a partner can be certified for, and what it must keep up
--   tiers.lua           registered, silver, gold, platinum: what each asks and what it gives
--   incentives.lua      the volume rebate, the deal registration bonus, the security SPIFF
--   funds.lua           market development funds (MDF)
--   guards.lua          what a change must keep: the budget, the tiers
--
-- Change a number and evaluate again; or leave the files alone and ask `rung what-if` first.

program "Northwind Partner Program" {
  version = "2026.3",
  why = "Partner Agreement 2026",
  currency = "USD",
  year_starts = "01-01",
}

include "data.lua"
include "metrics.lua"
include "certifications.lua"
include "tiers.lua"
include "incentives.lua"
include "funds.lua"
include "guards.lua"
