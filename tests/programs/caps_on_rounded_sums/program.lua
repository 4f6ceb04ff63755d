-- rounds = "partner": cents left over go to nobody whose cap they would pass. (9)
program "Caps" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

spiff "by_payee" { each = deal, pays = deal.amount, to = deal.rep, rounds = "partner", cap = { payee = 10 } }
spiff "by_kind" { each = deal, pays = deal.amount, to = deal.rep, rounds = "partner", cap = { kind = 10 } }
spiff "smaller" { each = deal, pays = deal.amount, to = deal.rep, rounds = "partner", cap = { payee = 1.289 } }
-- Lines are prorated exactly: a third of a deal each.
source "sale" { id = "id", partner = "partner_id", columns = { amount = money } }
incentive "shared" {
  each = sale, pays = sale.amount, rounds = "partner", cap = { total = 2 }, when_exhausted = "prorate",
}
incentive "shared_lines" { each = sale, pays = sale.amount, cap = { total = 2 }, when_exhausted = "prorate" }
