-- not_with: a row, or a partner, for which the other's line is not 0 as finally paid is not paid here; best_of:
-- only the largest line for a row, or partner, pays, compared after pays, rounding and cap.row. (section 9)
program "Exclusion" { currency = "USD" }
source "partner" { id = "id", columns = { small = money, large = money, good = boolean } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text, rep = text },
}
source "visit" { id = "id", partner = "partner_id", columns = { amount = money } }

-- Row by row: deals of kind x are paid here, up to 15 a partner; the others by 'standard'.
incentive "special" { each = deal, where = { kind = "x" }, pays = percent(10) * deal.amount, cap = { partner = 15 } }
incentive "standard" { each = deal, pays = percent(5) * deal.amount, cap = { partner = 12 }, not_with = { incentive.special } }
-- Partner by partner, since it has no rows, or other rows.
incentive "flat" { pays = 100, not_with = { incentive.special } }
incentive "visits" { each = visit, pays = visit.amount, not_with = { incentive.special } }
incentive "deals_without_flat" { each = deal, pays = deal.amount, not_with = { incentive.flat, incentive.visits } }
-- What is carried is not paid, and so excludes nobody.
incentive "hoard" { each = deal, pays = percent(1) * deal.amount, minimum = 2 }
incentive "unless_hoard" { each = deal, pays = percent(2) * deal.amount, not_with = { incentive.hoard } }

-- The largest line for each row; rounding before comparing: 1.004 and 1 are a tie, which goes to the first name.
incentive "b_tenth" { best_of = "deals", each = deal, pays = percent(10) * deal.amount, cap = { row = 11 } }
incentive "a_flat" { best_of = "deals", each = deal, where = { kind = "x" }, pays = 11 }
spiff "c_good" { best_of = "deals", each = deal, requires = { good = true }, pays = percent(20) * deal.amount, to = deal.rep, cap = { partner = 25 } }
-- Once a partner.
incentive "lump_b" { best_of = "lump", pays = partner.small }
incentive "lump_a" { best_of = "lump", pays = partner.large }
-- Exact lines: 1.004 is more than 1.
incentive "exact_b" { best_of = "exact", pays = partner.small, rounds = "partner" }
incentive "exact_a" { best_of = "exact", pays = partner.large, rounds = "partner" }
-- A line that is excluded does not compete.
incentive "first" { best_of = "left", each = deal, pays = percent(9) * deal.amount, not_with = { incentive.special } }
incentive "second" { best_of = "left", each = deal, pays = percent(8) * deal.amount }
incentive "of_second" { pays = incentive.second }
