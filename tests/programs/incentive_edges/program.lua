-- Lines of an incentive where things meet: a partner with an error takes nothing of a total cap; numbers come by value,
-- texts by bytes, no value last, equal ones by id; an empty cell has a sum of its own; a return makes room under a total that
-- is prorated; a payee is asked for even where nothing is paid, but not where the rule is not due. (section 9)
program "Incentive edges" { currency = "USD" }
source "partner" { id = "id", columns = { ok = boolean, most = money, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, units = number, kind = text, rep = text, row = column("id", text) },
}
metric "deals" { value = count(deal) }
ladder "tier" { level "low" {}, level "high" { requires = { deals = 2 } } }
score "fit" { { of = metric.deals, full = 4, points = 8 }, pass = 3 }

-- Who gets how much of 25 where each row would be paid 10.
spiff "by_units" { each = deal, where = { kind = "o" }, order = deal.units, pays = 10, to = deal.row, cap = { partner = 25 } }
spiff "by_rep" { each = deal, where = { kind = "o" }, order = deal.rep, pays = 10, to = deal.row, cap = { partner = 25 } }
spiff "by_day" { each = deal, where = { kind = "o" }, order = deal.closed_on, pays = 10, to = deal.row, cap = { partner = 25 } }
spiff "by_id" { each = deal, where = { kind = "o" }, pays = 10, to = deal.row, cap = { partner = 25 } }

incentive "total" { each = deal, where = { kind = "t" }, order = deal.closed_on, pays = deal.amount, cap = { total = 100 } }
incentive "prorated" {
  each = deal, where = { kind = "t" }, order = deal.closed_on, pays = deal.amount, cap = { total = 100 },
  when_exhausted = "prorate",
}
incentive "by_rep_cap" { each = deal, where = { amount = present }, pays = deal.amount, cap = { rep = 30, units = 45 } }
incentive "limited" { each = deal, where = { kind = "t", amount = present }, pays = deal.amount, cap = { partner = partner.most } }
incentive "row_limited" { each = deal, where = { kind = "t", amount = present }, pays = deal.amount, cap = { row = deal.units * 7.777 } }
spiff "people" { each = deal, where = { kind = "t", amount = present }, pays = 0 * deal.amount, to = deal.rep }
spiff "people_due" { each = deal, where = { kind = "t", amount = present }, requires = { ok = true }, pays = deal.amount, to = deal.rep }
-- A score in the requirements of an incentive, from both sides and as passed.
incentive "four_points" { requires = { fit = 4 }, pays = 1 }
incentive "passed" { requires = { fit = true }, pays = 2 }
incentive "below_six" { requires = { fit = below(6) }, pays = 4 }
-- The minimum hangs on the tier; what was owed comes first.
incentive "carry" {
  each = deal, where = { kind = "t", amount = present }, pays = deal.amount, opening = partner.carried,
  minimum = by(ladder.tier, { low = 50, high = 20 }),
}
-- Who is not due keeps what was carried, and needs no minimum.
incentive "carry_due" { requires = { ok = true }, pays = 1, opening = partner.carried, minimum = partner.most }
