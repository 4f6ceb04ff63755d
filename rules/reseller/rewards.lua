-- What is earned. Partners first, then the people of Halden who work with them.

-- Less than $250 is not worth a transfer: it waits for the next quarter.
incentive "volume_rebate" {
  title = "Quarterly volume rebate",
  why = "Program guide 2026, chapter 5.1",
  requires = { reseller_tier = at_least "preferred" },
  pays = marginal(metric.quarter_bookings, { { 0, percent(1) }, { 50000, percent(2) }, { 150000, percent(3) } }),
  opening = or_else(partner.rebate_carried, 0),
  minimum = 250,
}

-- A recurring deal earns the start bonus or the growth bonus, whichever is more.
incentive "recurring_start" {
  title = "Start bonus for a recurring deal",
  why = "Program guide 2026, chapter 5.2",
  each = deal,
  where = { status = "won", closed_on = this "quarter", deal.product.recurring },
  requires = { type = one_of { "VAR", "SI", "MSP" } },
  pays = usd(400),
  best_of = "recurring",
}
incentive "recurring_growth" {
  title = "Growth bonus for a recurring deal",
  why = "Program guide 2026, chapter 5.2",
  each = deal,
  where = { status = "won", closed_on = this "quarter", deal.product.recurring },
  requires = { type = one_of { "VAR", "SI", "MSP" }, growth = percent(10) },
  pays = percent(3) * deal.amount,
  best_of = "recurring",
}

-- Whoever is paid a rebate on the quarter does not get the welcome bonus as well. It is as much as the smallest
-- rebate, so that rising to Preferred never costs anything.
incentive "welcome_bonus" {
  title = "Welcome bonus in the first year",
  why = "Program guide 2026, chapter 5.3",
  requires = { signed_on = trailing(12, "months"), quarter_bookings = 20000 },
  pays = usd(250),
  not_with = { incentive.volume_rebate },
}

incentive "referral_fee" {
  title = "Referral fee",
  why = "Program guide 2026, chapter 5.4",
  each = referral,
  where = { accepted = true, made_on = this "quarter" },
  requires = { referral_tier = at_least "friend" },
  pays = referral.value * by(ladder.referral_tier, { friend = percent(5), advocate = percent(8) }),
  cap = { partner = 25000 },
}

-- Halden's account managers earn the same on a deal that they sell themselves and on one that a partner sells:
-- nobody gains by going around the channel. Whose deal it is is not asked, and that is the point.
spiff "account_manager_commission" {
  title = "Commission of the account manager, direct or not",
  why = "Sales compensation plan 2026, section 2: neutral",
  each = deal,
  where = { status = one_of { "won", "returned" }, closed_on = this "quarter", account_manager = present },
  pays = percent(2) * deal.amount,
  to = deal.account_manager,
}
