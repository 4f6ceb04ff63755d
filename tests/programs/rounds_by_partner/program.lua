-- rounds = "partner": caps work on exact lines, the sum is rounded, the payees' cents add up to it. (section 9)
program "Rounds" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

spiff "by_line" { each = sale, pays = percent(10) * sale.amount, to = sale.rep }
spiff "by_partner" { each = sale, pays = percent(10) * sale.amount, to = sale.rep, rounds = "partner" }
