-- Who has a partner manager, and which marketing money it may ask for.

ladder "coverage" {
  title = "How closely a partner is looked after",
  why = "Channel strategy 2026, page 9",
  applies_to = { type = is_not "direct" },
  current = partner.coverage,
  demotes = at_end_of "year",
  steps_up = 1,
  level "long_tail" {},
  level "managed" {
    requires = {
      plan_in_force = true,
      any_of { { contribution = 75000 }, { matrix_field = one_of { "invest", "enable" } } },
    },
  },
  level "strategic" {
    requires = {
      plan_in_force = true, review_held = true, contribution = 300000,
      n_of(2, { { growth = percent(15) }, { place_in_region = at_most(2) }, { fit = true } }),
    },
  },
}

-- Managed partners: a budget for the year is divided among them, by strategic fit, by engagement, and by what
-- earlier marketing brought in. Who lets its plan lapse makes room for the others.
setting "mdf_budget" { title = "Up-front MDF for the year", value = usd(120000), range = { 0, 500000 } }

metric "mdf_return" {
  title = "Bookings from campaigns for each dollar of claims, trailing two years",
  value = sum(deal.amount, { status = "won", campaign = present, closed_on = trailing(24, "months") })
    / sum(claim.amount, { proof = true, submitted_on = trailing(24, "months") }),
}
-- Who never claimed is taken to be of the middle band.
metric "mdf_weight" {
  title = "Weight in the division of the budget",
  unit = "points",
  value = score.fit
    + band(or_else(metric.mdf_return, 2), { { 0, 0 }, { 2, 20 }, { 5, 40 } })
    + when(metric.review_held, 20, 0),
}
metric "mdf_allocation" {
  title = "Up-front MDF of the year",
  value = allocate(setting.mdf_budget, metric.mdf_weight, {
    where = { coverage = at_least "managed", plan_in_force = true },
    at_least = 12000,
    at_most = 22000,
  }),
}
fund "joint_mdf" {
  title = "Up-front market development fund",
  why = "Program guide 2026, chapter 6.1",
  requires = { coverage = at_least "managed", plan_in_force = true },
  accrues = metric.mdf_allocation,
  claims = claim,
  where = { fund = "mdf", submitted_on = this "year" },
  amount = claim.amount,
  approves = { proof = true, activity = one_of { "event", "webinar", "campaign", "trade show" } },
  shares = { vendor = percent(100) },
  cap = { claim = 15000 },
}

-- The long tail asks when it has an idea: one percent of what it sold, half of what the activity costs,
-- usable for a year after each deal.
fund "coop" {
  title = "Co-op on request",
  why = "Program guide 2026, chapter 6.2",
  requires = { coverage = "long_tail" },
  each = deal,
  accrues = when(deal.status:is "lost", 0, percent(1) * deal.amount),
  expires = deal.closed_on + months(12),
  claims = claim,
  where = { fund = "coop" },
  amount = claim.amount,
  approves = { proof = true },
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendor",
}
