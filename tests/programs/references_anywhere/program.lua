-- Columns reached through a reference, inside other words: keys of by, groups, positions, dated values, quotients,
-- conditions; a reference that is empty has no value behind it. (section 9, with 4 to 7)
program "G" { currency = "USD" }
source "partner" { id = "id", columns = { x = number, tier = text, region = text, last = date } }
source "deal" { partner = "pid", happened_on = "on", columns = { amount = money, on = date, who = text, code = ref "product", n = number } }
source "product" { id = "code", columns = { family = text, list = money, since_ = date, ok = boolean } }
metric "fam" { value = sum(deal.amount, { deal.code.family:is "a" }) }
metric "ratio" { value = average(deal.amount / deal.code.list) }
metric "byfam" { value = sum(deal.amount * by(deal.code.family, { a = 1, b = 2, default = 3 })) }
metric "perfam" { value = sum(deal.amount):per(deal.code.family):highest() }
metric "pos" { value = count(deal, { position(deal.n, { within = deal.code.family }):is(1) }) }
metric "old" { value = count(deal, { deal.on:at_least(deal.code.since_) }) }
metric "unk" { value = count(deal, { code = present }) }
metric "yes" { value = count(deal, { deal.code.ok }) }
metric "dated_" { value = sum(deal.amount * dated(deal.code.since_, { ["2026-01-01"] = 1, ["2026-07-01"] = 2 })) }
metric "dist" { value = count_distinct(deal.code.family) }
metric "hand" { value = count(deal, { exists(deal, { amount = above(deal.code.list) }) }) }
incentive "i" { each = deal, where = { deal.code.family:one_of { "a", "b" } }, pays = percent(10) * deal.code.list, cap = { partner = 100 } }
incentive "f" { each = deal, pays = function(row, p) return row.amount * 0.5 end }
