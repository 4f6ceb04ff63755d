program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, units = number },
}
source "person" { id = "id", partner = "partner_id", columns = { name = text, area = text, level = number } }
metric "m" { value = count(sale, { position(sale.class):at_most(3) }) } -- expect error: 'position' needs numbers or dates to put in order, but this is a text
