program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
spiff "push" { each = deal, pays = usd(5), to = deal.units } -- expect error: a payee is a text, but this is a number
