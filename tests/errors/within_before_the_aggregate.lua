program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, units = number },
}
source "person" { id = "id", partner = "partner_id", columns = { name = text, area = text, level = number } }
incentive "i" { each = sale, pays = within(sum(sale.amount)) } -- expect error: 'within' cannot stand where a value is needed -- expect hint: sum(..):within(..)
