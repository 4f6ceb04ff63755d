program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
certification "c" { requires = { is_msp = 1 } } -- expect error: true or false is compared with a number
