program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, units = number },
}
source "person" { id = "id", partner = "partner_id", columns = { name = text, area = text, level = number } }
metric "m" { value = count(person, { exists(sale, { position(sale.units, { where = { class = person.area } }):is(1) }) }) } -- expect error: 'position' looks at the rows of all partners; it can ask nothing of a row of another source
