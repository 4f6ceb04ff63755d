-- Negative lines are never cut and make room for later ones. (section 9)
program "Returns" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

incentive "bonus" {
  each = sale, order = sale.sold_on, pays = percent(10) * sale.amount, cap = { row = 60, partner = 100 },
}
incentive "flat" { pays = percent(10) * sum(sale.amount), cap = { partner = 100 } }
