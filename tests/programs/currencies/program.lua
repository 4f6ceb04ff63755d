-- Each row's own currency, converted at the rate of its day. (sections 3 and 9)
program "Currencies" { currency = "USD" }
fx { rates = exchange }
source "partner" { id = "id", currency = "money_of", columns = { name = text, budget = money } }
source "exchange" { from = "fx_rate", columns = { currency = text, date = date, rate = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on", currency = "code", minor_units = true,
  columns = { closed_on = date, amount = money, status = text, units = number, product = ref "product" },
}
source "invoice" {
  partner = "partner_id", happened_on = "sent_on", converted_on = "paid_on", currency = "code",
  columns = { sent_on = date, paid_on = date, amount = money, code = text },
}
source "product" { currency = "code", columns = { price = money, code = text } }

setting "line" { value = eur(100) }

metric "won" { value = sum(deal.amount, { status = "won" }) }
metric "all" { value = sum(deal.amount) }
metric "large" { value = count(deal, { status = "won", amount = above(115) }) }
metric "at_line" { value = count(deal, { status = "won", amount = at_least(setting.line) }) }
metric "largest" { value = highest(deal.amount, { status = "won" }) }
metric "days_line" { value = count(deal, { status = "won", amount = at_least(eur(100)) }) }
metric "line_of_today" { value = setting.line }
metric "budget_of_today" { value = partner.budget }
metric "paid" { value = sum(invoice.amount) }
metric "listed" { value = sum(deal.product.price, { status = "won" }) }
metric "dearest" { value = highest(product.price) }
metric "walked" { value = function(p)
  local sum = 0
  for row in p:rows "invoice" do
    if row.amount then sum = sum + row.amount end
  end
  return sum
end }

incentive "bonus" {
  each = deal,
  where = { status = "won" },
  pays = eur(10) * deal.units,
  cap = { partner = eur(100) },
}
incentive "share" { each = deal, where = { status = "won", amount = present }, pays = percent(10) * deal.amount }
