-- A cap by column may depend on that column, cap.total on all partners together. (9)
program "Caps" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, units = number },
}
source "claim" { id = "id", partner = "partner_id", columns = { amount = money, activity = text } }

metric "sold" { unit = "money", value = sum(deal.amount) }
setting "part" { value = percent(10) }

incentive "by_kind" { each = deal, pays = deal.amount, cap = { kind = by(deal.kind, { x = 10, y = usd(25), default = 5 }) } }
incentive "by_units" { each = deal, pays = deal.amount, cap = { units = deal.units * 10 } }
incentive "rounded" {
  each = deal, pays = deal.amount, rounds = "partner", cap = { kind = by(deal.kind, { x = 10, y = usd(25), default = 5 }) },
}
incentive "tenth" { each = deal, pays = deal.amount, cap = { total = total(metric.sold) * setting.part } }
incentive "shared" {
  pays = metric.sold, cap = { total = max(total(metric.sold) / 4, 30) }, when_exhausted = "prorate",
}
fund "mdf" {
  accrues = 1000, claims = claim, amount = claim.amount, shares = { vendor = percent(100) },
  cap = { activity = by(claim.activity, { event = 50, ads = 20 }), total = total(metric.sold) / 2 },
}
