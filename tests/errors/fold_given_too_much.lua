program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, units = number },
}
source "person" { id = "id", partner = "partner_id", columns = { name = text, area = text, level = number } }
metric "m" { value = sum(sale.amount):per(sale.class):sum(at_least(5), below(7)) } -- expect error: 'sum' takes 0 to 1 values, not 2
