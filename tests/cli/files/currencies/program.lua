program "Currencies" { currency = "USD" }
fx { rates = exchange }
source "partner" { id = "id", columns = { name = text } }
source "exchange" { from = "fx_rate", columns = { currency = text, date = date, rate = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on", currency = "code",
  columns = { closed_on = date, amount = money, product = ref "product" },
}
source "product" { columns = { family = text } }
setting "least" { value = eur(100), range = { 50, 200 } }
metric "bookings" { value = sum(deal.amount) }
metric "least_today" { value = setting.least }
incentive "bonus" {
  each = deal,
  where = { deal.product.family:is "SEC", amount = at_least(setting.least) },
  pays = percent(10) * deal.amount + eur(5),
}
