-- Caps in their order: row, columns, payee, partner, total; a line that crosses one is cut to what is left. (9)
program "Caps" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

spiff "push" {
  each = sale,
  order = sale.sold_on,
  pays = percent(10) * sale.amount,
  to = sale.rep,
  cap = { row = 50, kind = 90, payee = 100, partner = 150, total = 220 },
}
incentive "crumbs" { each = sale, where = { kind = "x" }, pays = percent(10) * sale.amount, cap = { partner = usd(20) / 3 } }
