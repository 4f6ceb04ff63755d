-- A row among the others of its source: those with the same value, those before it, its place among all partners'.
-- Evaluated on 2026-06-30.
program "Among rows" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, units = number, po = text, size = number, status = text },
}
source "lead" { partner = "partner_id", columns = { received_on = date, region = text, status = text } }
source "claim" {
  partner = "partner_id", happened_on = "made_on",
  columns = { made_on = date, amount = money, activity = text },
}

-- Within
incentive "bundle" { each = sale, where = { sum(sale.units):within(sale.po):at_least(10) }, pays = usd(1) * sum(sale.units):within(sale.po) }
incentive "won_in_order" { each = sale, pays = or_else(sum(sale.amount, { status = "won" }):within(sale.po), usd(1000)) }
incentive "rows_alike" { each = sale, where = { size = present }, pays = usd(1) * count(sale):within(sale.size) }
incentive "best_in_order" { each = sale, where = { sale.amount:is(highest(sale.amount):within(sale.po)) }, pays = usd(5) }
incentive "has_won" { each = sale, where = { exists(sale, { status = "won" }):within(sale.po) }, pays = usd(3) }
metric "bundled" { value = sum(sale.amount, { count(sale):within(sale.po):at_least(2) }) }
metric "orders" { value = count_distinct(sale.po, { sum(sale.units):within(sale.po):at_least(10) }) }
-- So far
incentive "by_id" { each = sale, pays = sum(sale.amount):so_far() }
incentive "by_amount" { each = sale, order = sale.amount, pays = sum(sale.amount):so_far() }
incentive "by_order" { each = sale, order = sale.po, pays = usd(1) * sum(sale.units):so_far() }
incentive "above_quota" { each = sale, order = sale.sold_on, where = { status = "won", sum(sale.amount, { status = "won" }):so_far():at_least(100) }, pays = percent(10) * sale.amount }
incentive "first_of_order" { each = sale, where = { status = present }, pays = usd(1) * or_else(average(sale.units):so_far(), 100) }
incentive "medians" { each = sale, pays = usd(1) * or_else(median(sale.units):so_far(), 0) }
incentive "different" { each = sale, pays = usd(1) * count_distinct(sale.po):so_far() }
metric "until_fifty" { value = sum(sale.amount, { sum(sale.units):so_far():below(12) }) }
fund "mdf" {
  accrues = usd(1000), claims = claim, amount = claim.amount,
  approves = { sum(claim.amount):so_far():below(usd(100)), count(claim):within(claim.activity):at_most(2) },
  shares = { vendor = percent(100) },
}
-- Position
incentive "first_three" { each = lead, where = { position(lead.received_on):at_most(3) }, pays = usd(1) * position(lead.received_on) }
incentive "first_of_region" { each = lead, where = { position(lead.received_on, { within = lead.region, where = { status = "new" } }):is(1) }, pays = usd(50) }
incentive "places" { each = lead, pays = usd(1) * or_else(position(lead.received_on, { where = { status = is_not "void" } }), 100) }
metric "winners" { value = count(lead, { position(lead.received_on, { within = lead.region }):at_most(1) }) }
metric "largest_sale_place" { value = lowest(position(0 - sale.amount)) }
