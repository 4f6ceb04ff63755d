-- All but the ladder, which stands once in words (ladder.lua) and once as functions (tier_function.lua).
program "Benchmark" { version = "1", currency = "USD", year_starts = "01-01" }

source "partner" {
  id = "id",
  columns = { name = text, type = text, region = text, joined_on = date, tier = text },
}
source "deal" {
  partner = "partner_id", happened_on = "closed_on", minor_units = true,
  columns = {
    closed_on = date, amount = column("cents", money), product = text, registered = boolean,
    status = text, units = number, rep_id = text,
  },
}
source "certificate" {
  partner = "partner_id",
  columns = { person_id = text, level = text, expires_on = date },
}
source "claim" {
  partner = "partner_id", happened_on = "submitted_on", minor_units = true,
  columns = {
    fund = text, activity = text, amount = column("cents", money), submitted_on = date, proof = boolean,
  },
}

metric "bookings" {
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}
metric "growth" { unit = "percent", value = metric.bookings / ago(metric.bookings, 12, "months") - 1 }
metric "quarter_bookings" {
  value = sum(deal.amount, { status = "won", closed_on = this "quarter" }),
}
metric "engineers" {
  value = count_distinct(certificate.person_id, {
    level = one_of { "engineer", "architect" }, expires_on = at_least(as_of),
  }),
}

setting "region_factor" {
  value = by(partner.region, { NA = 1, EMEA = 0.9, APAC = 0.8, LATAM = 0.6 }),
}
setting "gold_line" { value = usd(150000), range = { 50000, 500000 } }

incentive "rebate" {
  pays = marginal(metric.quarter_bookings, {
    { 0, percent(1) }, { 20000, percent(2) }, { 80000, percent(4) },
  }) * by(ladder.tier, { member = 0, silver = 1, gold = 1.25, platinum = 1.5 }),
}
incentive "registration_bonus" {
  each = deal,
  where = { status = "won", registered = true, closed_on = this "quarter" },
  requires = { tier = at_least "silver" },
  pays = percent(3) * deal.amount,
  cap = { partner = 15000 },
}
spiff "security_days" {
  each = deal,
  where = { status = "won", product = like "SEC-*", closed_on = between("2026-05-01", "2026-06-30") },
  pays = usd(20) * deal.units,
  to = deal.rep_id,
  cap = { payee = 800 },
}
fund "mdf" {
  accrues = metric.bookings * by(ladder.tier, {
    member = 0, silver = percent(1), gold = percent(2), platinum = percent(2),
  }),
  claims = claim,
  where = { fund = "mdf" },
  amount = claim.amount,
  approves = { proof = true },
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendor",
}
