program "Groups" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, class = text, po = text, units = number },
}
setting "least" { value = 300 }
metric "steady" { title = "Lowest quarter of four", value = sum(sale.amount):per("quarter", 4):lowest() }
metric "classes" { value = sum(sale.amount):per(sale.class):sum(at_least(setting.least)) + 1 }
metric "early" { value = count(sale, { position(sale.sold_on, { within = sale.class, where = { units = present } }):is(1) }) }
ladder "tier" {
  level "base" {},
  level "even" { requires = { count(sale):per("quarter", 2, { ago = 1 }):count(above(0)):at_least(2) } },
}
incentive "bundle" {
  each = sale, order = sale.amount,
  where = { sum(sale.units):within(sale.po):at_least(5) },
  pays = percent(1) * sum(sale.amount):so_far(),
}
