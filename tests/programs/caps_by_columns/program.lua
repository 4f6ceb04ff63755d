-- Caps by column come in byte order of their names, whichever is written first; cap.payee counts within its
-- partner; cap.total takes lines in order, then by partner id. (section 9)
program "Columns" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, area = text, zone = text, rep = text },
}

-- By area: 10, 0, 10; then by zone: 10, 0, 10. The other way round it would be 10, 0, 0.
incentive "columns" { each = sale, pays = 1 * sale.amount, cap = { zone = 10, area = 10 } }
-- Rows without a value have a running sum of their own.
incentive "nowhere" { each = sale, pays = 1 * sale.amount, cap = { zone = 15 } }
spiff "reps" { each = sale, pays = 1 * sale.amount, to = sale.rep, cap = { payee = 12 } }
-- 2 and 4 are of one day: A's comes first, though its id is the higher.
incentive "budget" { each = sale, order = sale.sold_on, pays = 1 * sale.amount, cap = { total = 25 } }
incentive "shared" {
  each = sale, order = sale.sold_on, pays = 1 * sale.amount, cap = { total = 0.07 },
  when_exhausted = "prorate",
}
