program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
metric "m" { value = average(deal.closed_on) } -- expect error: 'average' needs numbers, but this is a date
