-- What no change of these rules may do.

guard "budget" {
  title = "Channel budget",
  why = "Channel budget 2026",
  total(payout):at_most(250000),
  total(fund.joint_mdf.accrued):at_most(120000),
}
guard "steady" {
  title = "No surprise for partners",
  demotions(ladder.reseller_tier):at_most(2),
  largest_loss():at_most(5000),
}
