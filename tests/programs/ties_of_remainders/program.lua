-- Remainders are compared at 9 places, as all numbers are: 1/6 and 2/3 of a claim leave the same. (3, 9)
program "Ties" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "claim" { id = "id", partner = "partner_id", columns = { amount = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, rep = text },
}

fund "sixths" {
  accrues = 5000, claims = claim, amount = claim.amount,
  shares = { vendor = fraction(1, 6), partner = fraction(2, 3), distributor = fraction(1, 6) },
}
-- The third line is what is left under the cap: a third, too, but for the 18th decimal.
spiff "thirds" { each = deal, pays = deal.amount / 3, to = deal.rep, rounds = "partner", cap = { partner = 10 } }
