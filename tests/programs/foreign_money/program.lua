-- Foreign money everywhere that money stands: rows at the rate of their own day, what is said of a row at that row's, what is
-- said of a partner at the evaluation's; columns of a referred row in filters, rates and caps. (sections 3 and 9)
program "Foreign money" { currency = "EUR" }
fx { rates = exchange }
source "exchange" { columns = { currency = text, date = date, rate = number } }
source "partner" { id = "id", columns = { name = text } }
source "product" { id = "code", columns = { family = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on", currency = "code", converted_on = "paid_on",
  columns = { closed_on = date, paid_on = date, amount = money, product = ref "product" },
}
source "claim" {
  partner = "partner_id", happened_on = "made_on", currency = "code", minor_units = true,
  columns = { made_on = date, amount = money, product = ref "product" },
}
incentive "tenth" { each = deal, pays = percent(10) * deal.amount, cap = { row = usd(20), partner = usd(60) } }
incentive "by_product" { each = deal, pays = percent(10) * deal.amount, cap = { product = 15 } }
incentive "by_family" {
  each = deal, where = { deal.product.family:is "S" },
  pays = by(deal.product.family, { S = percent(5), default = 0 }) * deal.amount,
}
fund "coop" {
  opening = usd(50), each = deal, accrues = percent(10) * deal.amount,
  claims = claim, amount = claim.amount, shares = { vendor = percent(100) },
  cap = { claim = usd(40), product = usd(50) },
}
