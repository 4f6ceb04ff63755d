-- What partners and their people earn.

-- Each slice of the quarter's bookings earns its own rate; a higher tier earns more of it.
incentive "volume_rebate" {
  title = "Quarterly volume rebate",
  why = "Partner Agreement 2026, section 8.1",
  requires = { quarter_bookings = above(0) },
  pays = marginal(metric.quarter_bookings, {
    { 0, percent(1) },
    { 50000, percent(1.5) },
    { 150000, percent(2) },
  }) * by(ladder.tier, { registered = 0, silver = 1, gold = 1.25, gold_plus = 1.35, platinum = 1.5 }),
}

-- Raised from two to three percent on 1 August 2026. A returned deal takes its bonus back.
incentive "deal_registration" {
  title = "Deal registration bonus",
  why = "Partner Agreement 2026, section 8.2",
  each = deal,
  order = deal.closed_on,
  where = { status = "won", registered = true, closed_on = this "quarter" },
  requires = { tier = at_least "silver" },
  pays = deal.amount * dated(deal.closed_on, {
    ["2024-01-01"] = percent(2),
    ["2026-08-01"] = percent(3),
  }),
  cap = { row = usd(1500), partner = usd(4000) },
}

-- For the people who sell. First come, first served, until the budget is spent.
spiff "security_push" {
  title = "Autumn security push",
  why = "Announcement of 15 July 2026",
  each = deal,
  order = deal.closed_on,
  where = {
    status = "won", product = like "SEC-*", closed_on = between("2026-08-01", "2026-09-30"),
  },
  pays = usd(25) * deal.units,
  to = deal.rep_id,
  cap = { payee = usd(1000), total = usd(40000) },
}
