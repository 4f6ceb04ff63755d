-- Words across partners inside others: ranks of ranks, a rank in a band, a score, a requirement and a function,
-- a percentile between points, an allocation of an allocation and of half a total, a position in when. (section 6)
program "Q" { currency = "USD" }
source "partner" { id = "id", columns = { x = number, tier = text, region = text, d = date, m = money } }
source "deal" { partner = "pid", happened_on = "on", columns = { amount = money, on = date, t = text, n = number, due = date } }
metric "b" { value = sum(deal.amount) }
metric "rk" { value = rank(metric.b) }
metric "top" { value = when(rank(metric.b, { within = partner.region }):at_most(1), "top", "rest") }
metric "rk_of_rank" { value = rank(0 - rank(metric.b)) }
metric "pct_of_tot" { value = metric.b / total(metric.b) }
metric "rank_pct" { value = rank(metric.pct_of_tot) }
metric "agorank" { value = rank(metric.b) - ago(rank(metric.b), 1, "months") }
metric "pos_when" { value = sum(when(position(deal.n):at_most(2), deal.amount, 0)) }
metric "band_rank" { value = band(rank(metric.b), { {1, 100}, {2, 50}, {3, 0} }) }
metric "interp_pct" { value = interpolated(percentile(metric.b), { {0,0}, {percent(50), 10}, {percent(100), 20} }) }
metric "alloc_of_alloc" { value = allocate(usd(7), allocate(usd(100), metric.b)) }
metric "alloc_total" { value = total(allocate(usd(100), metric.b)) }
metric "alloc_rank" { value = allocate(usd(10), 1 / rank(metric.b)) }
metric "cond_total" { value = when(total(metric.b):above(100), 1, 0) }
metric "half_total" { value = allocate(total(metric.b) / 2, metric.b) }
ladder "tier" { current = partner.tier, level "low" {}, level "mid" { requires = { percentile(metric.b):at_least(percent(50)) } }, level "top" { requires = { any_of { { rk = at_most(1) }, rank(metric.b):is(1), function(p) return p.rk == 1 end } } } }
score "s" { { title = "rank", of = rank(metric.b), points = { {1, 10}, {2, 5}, {3, 0} } }, { title = "share", of = metric.pct_of_tot, full = percent(50), points = 10 }, pass = 10, each_above = 2 }
incentive "i" { each = deal, requires = { s = true }, where = { n = present, position(deal.n):at_most(3) }, pays = percent(10) * deal.amount * by(ladder.tier, { low = 1, mid = 2, top = 3, none = 0 }) }
incentive "j" { pays = allocate(usd(100), metric.b, { where = { tier = at_least "mid" } }) }
certification "c" { requires = { s = 10, any_of { { tier = "top" }, { n_of(2, { { x = 1 }, partner.m:above(5), { region = "NA" } }) } } } }
