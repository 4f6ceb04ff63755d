-- Claims: what is cut and by what, what is rejected and why, payers that are not named, shares that vary. (9)
program "T" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, n = number, budget = money, joined_on = date, vip = boolean, cur = text } }
source "claim" { partner = "partner_id", happened_on = "d", columns = { d = date, amount = money, kind = text, proof = boolean, rank = number } }
metric "x" { value = partner.n }
spiff "sp1" { pays = 7, to = partner.region }
incentive "notdue" { requires = { vip = true }, pays = by(partner.region, { ZZ = 5 }) }
fund "plain" { accrues = partner.budget, claims = claim, amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) } }
fund "caps" { accrues = 10000, claims = claim, amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) }, cap = { claim = 40, kind = 60, partner = 90, total = 100 } }
fund "nopart" { accrues = partner.budget, claims = claim, amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) }, partial = false }
fund "req" { requires = { vip = true, x = 3 }, opening = 20, accrues = 1000, claims = claim, amount = claim.amount, shares = { vendor = percent(100) } }
fund "appr" { accrues = 1000, claims = claim, amount = claim.amount, approves = { proof = true, kind = one_of { "event" }, claim.rank:at_least(2) }, shares = { vendor = percent(100) }, order = claim.rank }
fund "novendor" { accrues = 1000, claims = claim, amount = claim.amount, shares = { partner = percent(60), agency = percent(40) } }
fund "three" { accrues = 50, claims = claim, amount = claim.amount, shares = { vendor = percent(50), agency = percent(25), partner = percent(25) } }
fund "nopartner" { accrues = 50, claims = claim, amount = claim.amount, shares = { vendor = percent(50), agency = percent(50) } }
fund "vary" { accrues = 500, claims = claim, amount = claim.amount, shares = { vendor = by(partner.region, { NA = percent(40), default = percent(60) }), partner = percent(60) } }
fund "nocl" { accrues = 33.335, rounding = "half_even" }
incentive "usesfund" { pays = fund.plain * percent(10) }
