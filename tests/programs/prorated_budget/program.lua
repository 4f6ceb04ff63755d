-- when_exhausted = "prorate": a total cap is shared over the positive lines in proportion, cents left over go
-- to the largest remainders, ties in the lines' order. (section 9)
program "Prorate" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

incentive "first_come" { each = sale, order = sale.sold_on, pays = percent(10) * sale.amount, cap = { total = 100 } }
incentive "shared" {
  each = sale, order = sale.sold_on, pays = percent(10) * sale.amount, cap = { total = 100 },
  when_exhausted = "prorate",
}
incentive "enough" { each = sale, pays = percent(10) * sale.amount, cap = { total = 300 }, when_exhausted = "prorate" }
