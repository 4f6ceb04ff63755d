-- Words across partners and among rows inside other words: position in filters, rank in requirements and scores,
-- rollup and total of a metric that is an error for one partner, groups and shares of rows. (section 6)
program "A" { currency = "USD", year_starts="04-01" }
source "partner" { id = "id", columns = { name=text, boss=text, region = text, joined = date, ok = boolean, tier=text }, parent = "boss" }
source "deal" { partner = "pid", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, po = text, n = number, paid=date } }
source "cred" { partner = "pid", columns = { area=text, exp=date, who = text } }
metric "m" { value = sum(deal.amount) }
metric "bad" { value = by(partner.region, { NA = 1 }) }
metric "roll_bad" { value = rollup(metric.bad, "sum") }
metric "roll_hi" { value = rollup(metric.m, "highest") }
metric "total_bad" { value = total(metric.bad) }
metric "rank_bad" { value = rank(metric.bad) }
metric "rank_in" { value = rank(metric.m, { within = partner.region }) }
metric "pct_in" { value = percentile(metric.m, { within = partner.region }) }
metric "first_rows" { value = sum(deal.amount, { position(deal.n, { within = deal.po }):is(1) }) }
metric "first_in_where" { value = sum(deal.amount, { position(deal.n, { within = deal.po, where = { ok = true } }):is(1) }) }
metric "pos_all" { value = sum(position(deal.amount)) }
metric "within_sum" { value = sum(sum(deal.n):within(deal.po)) }
metric "share" { value = sum(deal.amount * (deal.n / sum(deal.n):within(deal.po))) }
metric "exists_hand" { value = count(deal, { exists(cred, { area = deal.po, exp = at_least(as_of) }) }) }
metric "exists_hand_date" { value = count(deal, { exists(cred, { area = deal.po, cred.exp:at_least(deal.on) }) }) }
metric "top3" { value = when(percentile(metric.m):above(percent(97)), 1, 0) }
metric "alloc" { value = allocate(usd(100), metric.m, { where = { ok = is_not(false) }, at_least = 10, at_most = 60 }) }
metric "alloc_in" { value = allocate(usd(100), metric.m, { within = partner.region }) }
ladder "tier" { current = partner.tier,
  level "low" { requires = { m = 1 } }, level "high" { requires = { rank_in = at_most(1), percentile(metric.m):above(percent(50)) } } }
metric "rank_tier" { value = when(all_of { rank(metric.m):at_most(2), {tier = at_least "low"} }, 1, 0) }
incentive "pos" { each = deal, where = { position(deal.n, { within = deal.po }):at_most(2), t = is_not "c" }, pays = usd(1) * position(deal.n, { within = deal.po }) }
incentive "sofar" { each = deal, order = deal.on, pays = when(sum(deal.amount):so_far():at_most(40), deal.amount, 0) }
incentive "sofar_n" { each = deal, order = deal.n, where = { ok = present }, pays = usd(1) * count(deal):so_far() }
incentive "byscore" { each = deal, pays = usd(1) * score.s * by(deal.t, { a = 1, default = 0 }) }
score "s" { { title = "rank", of = rank(metric.m), points = { {1, 30}, {2, 20}, {3, 10} } }, { title="pct", of = percentile(metric.m), full = percent(100), points = 10 } }
