-- The Halden Partner Network: everything a channel team does, in one program.
--
-- Halden makes software for field service. It sells through eight kinds of partners and, for large
-- accounts, through a sales force of its own. Each file is a chapter of the program guide, with its cases
-- beside it:
--
--   data.lua          the tables that are read
--   measures.lua      what is counted
--   types.lua         a ladder for each kind of partner, and what its levels give
--   fit.lua           who the ideal partner is, and where to invest: the selection matrix
--   obligations.lua   what both sides promised to keep up
--   lifecycle.lua     recruited, onboarded, launched, growing: who is stuck, and what comes next
--   coverage.lua      managed partners and the long tail, and the marketing money each may ask for
--   registration.lua  who gets the credit when several partners bring the same deal
--   rewards.lua       what partners and account managers earn
--   leads.lua         which partner gets which lead
--   review.lua        the numbers that both sides look at in the quarterly review
--   guards.lua        what no change of these rules may do
--
-- To run it:
--
--   sqlite3 halden.db < rules/reseller/sample.sql
--   rung evaluate rules/reseller halden.db --as-of 2026-09-30
--   rung explain rules/reseller halden.db QUARRY reseller_tier --as-of 2026-09-30
--   rung test rules/reseller

program "Halden Partner Network" { version = "2026.4", currency = "USD", year_starts = "01-01" }

include "data.lua"
include "measures.lua"
include "types.lua"
include "fit.lua"
include "obligations.lua"
include "lifecycle.lua"
include "coverage.lua"
include "registration.lua"
include "rewards.lua"
include "leads.lua"
include "review.lua"
include "guards.lua"
