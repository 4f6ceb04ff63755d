-- Which line pays where a spiff and an incentive are of one group, ties and caps included; a line counts as paid by what it
-- came to after every cap, whatever its sign; a partner is excluded by any such line, though they add up to 0. (section 9)
program "Exclusion edges" { currency = "USD" }
source "partner" { id = "id", columns = { n = number } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text, units = number, rep = text },
}
spiff "z_people" { each = deal, best_of = "g", pays = usd(5) * deal.units, to = deal.rep, cap = { payee = 12 } }
incentive "a_rebate" { each = deal, best_of = "g", pays = percent(10) * deal.amount }
incentive "capped" { each = deal, pays = deal.amount, cap = { partner = 100 } }
incentive "where_not_capped" { each = deal, pays = 1, not_with = { incentive.capped } }
incentive "negative" { each = deal, where = { kind = "r" }, pays = usd(-1) * deal.units }
incentive "where_not_negative" { each = deal, pays = 1, not_with = { incentive.negative } }
incentive "budget" { each = deal, order = deal.closed_on, pays = deal.amount, cap = { total = 150 } }
incentive "where_no_budget" { each = deal, pays = 1, not_with = { incentive.budget } }
incentive "of_partner" { pays = usd(1) * partner.n }
incentive "where_not_of_partner" { each = deal, pays = 1, not_with = { incentive.of_partner } }
incentive "sums_up" { each = deal, pays = when(deal.kind:is "r", -1, 1) * usd(1) * deal.units }
incentive "where_no_sum" { pays = 7, not_with = { incentive.sums_up } }
-- A chain: what is excluded itself excludes nobody.
incentive "last" { pays = 4, not_with = { incentive.where_no_sum, incentive.of_partner } }
incentive "rounded_off" { each = deal, pays = decimal "0.001" * deal.units }
incentive "where_rounded_off" { each = deal, pays = 1, not_with = { incentive.rounded_off } }
-- Rows that only one of the two has exclude none of the other's.
incentive "of_x" { each = deal, where = { kind = "x" }, pays = 1 }
incentive "of_r" { each = deal, where = { kind = "r" }, pays = 1, not_with = { incentive.of_x } }
-- A group of which none has all rows.
incentive "r_alone" { each = deal, best_of = "mixed", where = { kind = "r" }, pays = decimal "2.6" }
incentive "many_units" { each = deal, best_of = "mixed", where = { units = at_least(2) }, pays = usd(1) * deal.units }
incentive "few_units" { each = deal, best_of = "mixed", where = { units = at_most(3) }, pays = decimal "2.5" }
-- Who is not due for one of a group is not hurt by an error in another.
incentive "due" { each = deal, best_of = "wrong", requires = { n = at_least(1) }, pays = 1 }
incentive "wrong" { each = deal, best_of = "wrong", pays = usd(1) * partner.n }
