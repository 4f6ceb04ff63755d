incentive "rebate" {
  title = "Yearly rebate",
  requires = { tier = at_least "gold" },
  pays = marginal(metric.bookings, { { 0, percent(1) }, { 100000, percent(2) } }),
  cap = { partner = usd(5000) },
}
