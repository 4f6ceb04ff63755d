-- Families of partners: sums and the highest of a partner and everyone below it; wrong parents.
program "Families" { version = "1", currency = "USD" }
source "partner" { id = "id", parent = "belongs_to", columns = { name = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, score = number },
}
metric "bookings" { value = sum(deal.amount) }
metric "family" { value = rollup(metric.bookings, "sum") }
metric "family_before" { value = ago(rollup(metric.bookings, "sum"), 1, "months") }
metric "best_score" { value = rollup(highest(deal.score), "highest") }
metric "scores" { value = rollup(highest(deal.score), "sum") }
metric "place" { value = rank(rollup(metric.bookings, "sum")) }
ladder "tier" { level "member" {}, level "global" { requires = { family = 400 } } }
