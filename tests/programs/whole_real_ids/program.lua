-- Ids that SQLite keeps as REAL, as tools do that know no integer without a value: whole ones are integers. (3, 6, 9)
program "Whole ids" { version = "1", currency = "USD" }
source "partner" { columns = { name = text, above_id = text }, parent = "above_id" }
source "product" { columns = { family = text } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, product = ref "product" },
}
metric "bookings" { value = sum(sale.amount) }
metric "last" { value = latest(sale.amount, sale.sold_on) }
metric "first" { value = sum(sale.amount, { position(sale.sold_on):is(1) }) }
metric "software" { value = sum(sale.amount, { sale.product.family:is "SW" }) }
metric "tree" { value = rollup(metric.bookings, "sum") }
fund "mdf" { accrues = usd(5), claims = sale, amount = sale.amount, shares = { vendor = percent(100) } }
