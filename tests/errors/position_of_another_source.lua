program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, units = number },
}
source "person" { id = "id", partner = "partner_id", columns = { name = text, area = text, level = number } }
metric "m" { value = count(person, { position(sale.amount):at_most(3) }) } -- expect error: 'position' looks at the rows of 'sale', but the row at hand is one of 'person'
