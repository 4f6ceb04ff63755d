-- Market development funds: Northwind and the partner share what an activity costs.

setting "silver_mdf" { title = "MDF rate of Silver", value = percent(1) }
setting "gold_mdf" { title = "MDF rate of Gold", value = percent(1.5) }
setting "gold_plus_mdf" { title = "MDF rate of Gold Plus", value = percent(1.75) }
setting "platinum_mdf" { title = "MDF rate of Platinum", value = percent(2) }

fund "mdf" {
  title = "Market development fund",
  why = "Partner Agreement 2026, section 9",

  -- Who may use it, and how much there is.
  requires = { tier = at_least "silver", business_plan = true },
  accrues = metric.bookings * by(ladder.tier, {
    registered = 0,
    silver = setting.silver_mdf,
    gold = setting.gold_mdf,
    gold_plus = setting.gold_plus_mdf,
    platinum = setting.platinum_mdf,
  }),

  -- What is claimed, and what a claim must show.
  claims = claim,
  where = { fund = "mdf", submitted_on = trailing(12, "months") },
  amount = claim.amount,
  approves = {
    proof = true,
    activity = one_of { "event", "webinar", "digital", "telemarketing" },
    claim.submitted_on:at_most(claim.activity_on + days(60)),
  },

  -- Half each; an odd cent is Northwind's.
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendor",
  cap = { claim = usd(5000), activity = usd(9000) },
}
