-- Sums, counts, medians and latest; values are told apart at nine places. (sections 3, 6)
program "Aggregates" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

metric "middle" { value = median(sale.amount) }
metric "smallest" { value = lowest(sale.amount) }
metric "largest" { value = highest(sale.amount) }
metric "typical" { value = average(sale.amount) }
metric "different_amounts" { value = count_distinct(sale.amount) }
metric "different_thirds" { value = count_distinct(sale.amount / 3 * 3) }
metric "different_reps" { value = count_distinct(sale.rep) }
metric "last_amount" { value = latest(sale.amount, sale.sold_on) }
metric "last_kind" { value = latest(sale.kind, sale.sold_on, { rep = present }) }
metric "first_day" { value = lowest(sale.sold_on) }
metric "weighted" { value = sum(sale.amount * 2, { amount = above(10) }) }
