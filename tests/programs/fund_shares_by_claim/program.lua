-- Who bears what may depend on the claim; vendor and partner are payers even where their part is 0%. (9)
program "Shares" { currency = "USD" }
source "partner" { id = "id", columns = { level = text } }
source "claim" {
  id = "id", partner = "partner_id",
  columns = { amount = money, activity = text, lead = text, bonus = number },
}
fund "by_activity" {
  opening = 1000, claims = claim, amount = claim.amount,
  approves = { activity = present },
  shares = {
    vendor = by(claim.activity, { event = percent(50), ads = percent(75), trip = percent(20), odd = percent(50) }),
    partner = by(claim.activity, { event = percent(50), ads = percent(25), trip = percent(40), odd = percent(40) }),
    [ "travel office" ] = when(claim.activity:is("trip"), percent(40), percent(0)),
  },
}
-- Shares of the partner beside those of the claim.
fund "mixed" {
  opening = 1000, claims = claim, amount = claim.amount,
  where = { activity = one_of { "event", "ads" } },
  shares = { vendor = percent(30) + claim.bonus, partner = by(partner.level, { gold = percent(60), silver = percent(50) }) },
}
fund "without_vendor" {
  opening = 1000, claims = claim, amount = claim.amount, where = { activity = "event" },
  shares = { distributor = fraction(1, 3), partner = fraction(2, 3) }, remainder = "vendor",
}
-- A share without a value is an error of the claim's partner.
fund "bonus" {
  opening = 1000, claims = claim, amount = claim.amount, where = { activity = one_of { "event", "odd" } },
  shares = { vendor = when(claim.activity:is("event"), percent(100), claim.bonus / 0), partner = 0 },
}
-- Those who do not meet what it requires are not asked for shares.
fund "for_gold" {
  opening = 1000, claims = claim, amount = claim.amount, where = { activity = "unheard" },
  requires = { level = "gold" },
  shares = { vendor = by(claim.lead, { paula = percent(100) }), partner = 0 },
}
