program "Paying" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money, most = number } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, registered = boolean, good_until = date },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money },
}
source "lead" { id = "id", happened_on = "received_on", columns = { received_on = date, region = text } }
metric "bookings" { value = sum(deal.amount) }

incentive "registration" {
  title = "Registered deals", each = deal, where = { registered = true },
  pays = percent(5) * deal.amount, opening = partner.carried, minimum = usd(100),
}
incentive "rebate" {
  each = deal, pays = percent(2) * deal.amount, not_with = { incentive.registration }, best_of = "per deal",
}
incentive "flat" { each = deal, pays = usd(30), best_of = "per deal" }
fund "mdf" {
  each = deal, accrues = percent(1) * deal.amount, expires = deal.good_until,
  claims = claim, amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) },
}
routing "leads" {
  each = lead, to = { bookings = 500, region = lead.region }, prefers = metric.bookings,
  cap = { partner = partner.most },
}
