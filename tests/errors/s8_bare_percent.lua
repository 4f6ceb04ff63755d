program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
metric "growth" { unit = "percent", value = fraction(1, 10) }
certification "c" { requires = { growth = at_least(10) } } -- expect error: a threshold of a percent is a part of the whole -- expect hint: percent(10)
