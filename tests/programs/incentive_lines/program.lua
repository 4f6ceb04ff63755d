-- Lines: due or not, order with ties and without a value, every cap, returns, prorating, rounding, payees. (9)
program "T" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, n = number, budget = money, joined_on = date, vip = boolean, cur = text } }
source "deal" { partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text } }
metric "cnt" { value = count(deal) }
ladder "tier" { level "reg" {}, level "gold" { requires = { cnt = 3 } } }
incentive "flat" { pays = 100.005 }
incentive "gold_only" { requires = { tier = "gold" }, pays = partner.budget / partner.n }
incentive "noval" { pays = partner.n }
incentive "lines" { each = deal, pays = deal.amount / 3 }
incentive "byrows" { each = deal, where = { deal.amount:present() }, pays = deal.amount / 3 }
incentive "rp" { each = deal, where = { amount = present }, pays = deal.amount / 3, rounds = "partner" }
incentive "rpcap" { each = deal, where = { amount = present }, pays = deal.amount / 3, rounds = "partner", cap = { partner = 50.559, row = 40.005 } }
incentive "caprow" { each = deal, where = { amount = present }, pays = deal.amount / 3, cap = { row = deal.units * 10 } }
incentive "capcol" { each = deal, where = { amount = present }, pays = deal.amount / 3, cap = { product = 60, partner = 90 } }
incentive "capby" { each = deal, where = { amount = present }, pays = deal.amount, cap = { partner = by(ladder.tier, { reg = 10, gold = 150 }) } }
incentive "ord" { each = deal, where = { amount = present }, pays = deal.amount, order = deal.units, cap = { partner = 250 } }
incentive "ordt" { each = deal, where = { amount = present }, pays = deal.amount, order = deal.status, cap = { partner = 250 } }
incentive "ordd" { each = deal, where = { amount = present }, pays = deal.amount, order = deal.paid_on, cap = { partner = 250 } }
incentive "tot" { each = deal, where = { amount = present }, pays = deal.amount, cap = { total = 220 } }
incentive "pror" { each = deal, where = { amount = present }, pays = deal.amount, when_exhausted = "prorate", cap = { total = 100 } }
incentive "ofinc" { pays = incentive.flat * 2 }
incentive "setcap" { pays = 500, cap = { partner = setting.lim } }
setting "lim" { value = by(partner.region, { NA = 33.339, default = -5 }) }
spiff "sp" { each = deal, where = { rep_id = present }, pays = usd(10) * deal.units, to = deal.rep_id, cap = { payee = 35 } }
incentive "half_even" { pays = 0.125, rounding = "half_even" }
incentive "down" { pays = -0.129, rounding = "down" }
incentive "up" { pays = 0.121, rounding = "up" }
incentive "upn" { pays = -0.121, rounding = "up" }
incentive "hun" { pays = -0.125 }
