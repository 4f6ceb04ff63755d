-- What a change of this program must keep. `rung what-if` answers for each, and names who breaks it.

guard "budget" {
  title = "Budget of the program",
  why = "Channel budget 2026, approved 12 December 2025",
  total(payout):at_most(500000),
  total(incentive.volume_rebate):at_most(150000),
}

guard "steady_tiers" {
  title = "Partners keep their tier and most of their earnings",
  why = "Partner Agreement 2026, section 12.3",
  demotions(ladder.tier):at_most(15),
  largest_loss():at_most(5000),
}
