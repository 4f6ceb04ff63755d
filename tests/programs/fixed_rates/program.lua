-- Rates that stand in the rules, said the other way round; the program's own currency is always 1. (sections 3 and 9)
program "Fixed rates" { currency = "EUR" }
fx { fixed = { USD = setting.dollars, JPY = 160 }, inverse = true }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id", currency = "code",
  columns = { amount = money, code = text, won = boolean },
}
source "invoice" {
  partner = "partner_id", happened_on = "sent_on", converted_on = "paid_on", currency = "code",
  columns = { sent_on = date, paid_on = date, amount = money, code = text },
}
setting "dollars" { value = decimal "1.25" }
setting "bonus" { value = usd(100) }

metric "bookings" { value = sum(deal.amount, { won = true }) }
metric "invoiced" { value = sum(invoice.amount) } -- fixed rates need no day
metric "large" { value = count(deal, { won = true, amount = at_least(usd(125)) }) }
metric "bands" { value = marginal(metric.bookings, { { 0, percent(1) }, { usd(125), percent(2) } }) }
incentive "once" { pays = setting.bonus * 2 + usd(1), cap = { total = usd(1000) } }
