program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
source "order_line" { id = "id", partner = "partner_id", columns = { price = money } }
metric "m" { value = sum(deal.units * order_line.price) } -- expect error: the rows at hand are those of 'deal', not of 'order_line'
