program "Owed" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { opening = money, owed = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, rep = text, lasts = date },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on",
  columns = { made_on = date, amount = money, activity = text },
}
metric "sold" { value = sum(deal.amount) }
-- What is carried over is the partner's: no payee has it.
spiff "push" {
  each = deal, pays = percent(1) * deal.amount, to = deal.rep,
  opening = partner.opening, minimum = 20, where = { amount = above(0) },
}
-- Two caps cut the first line.
spiff "cut" {
  each = deal, pays = percent(1) * deal.amount, to = deal.rep, where = { amount = above(0) },
  cap = { payee = 9, total = 11 }, when_exhausted = "prorate",
}
fund "mdf" {
  each = deal, accrues = percent(1) * deal.amount, expires = deal.lasts, opening = partner.owed,
  claims = claim, amount = claim.amount, shares = { vendor = percent(100) },
  approves = { metric.sold:at_least(2000), activity = present },
}
