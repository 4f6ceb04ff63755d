-- No value through every word: what it spreads through, what stops it, what leaves it out. (section 3)
program "V" { currency = "USD" }
source "partner" { id = "id", columns = { x = money, y=number, ok=boolean, region=text, d = date } }
source "deal" { partner = "partner_id", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, n = number } }
metric "nx" { value = partner.x }
metric "spread_min" { value = min(partner.x, 5) }
metric "spread_max" { value = max(partner.x, 5) }
metric "spread_round" { value = round(partner.x, 0) }
metric "spread_band" { value = band(partner.x, {{0,1}}) }
metric "spread_marginal" { value = marginal(partner.x, {{0,percent(1)}}) }
metric "spread_interp" { value = interpolated(partner.x, {{0,1},{10,2}}) }
metric "spread_dated" { value = dated(partner.d, {["2026-01-01"]=1}) }
metric "spread_start" { value = start_of("year", partner.d) }
metric "spread_between" { value = days_between(partner.d, as_of) }
metric "spread_abs" { value = abs(-partner.x) }
metric "spread_by" { value = by(partner.region, {NA=partner.x, default = 3}) }
metric "zero_times" { value = 0 * partner.x }
metric "cond_none" { value = when(partner.x:is(0), 1, 0) }
metric "cond_isnot_none" { value = when(partner.x:is_not(partner.y), 1, 0) }
metric "cond_is_none_v" { value = when(partner.y:is(partner.x), 1, 0) }
metric "cond_isnot_v" { value = when(partner.y:is_not(partner.x), 1, 0) }
metric "atmost_v" { value = when(partner.y:at_most(partner.x), 1, 0) }
metric "oneof" { value = when(partner.region:one_of{"NA"}, 1, 0) }
metric "betw" { value = when(partner.x:between(0,10), 1, 0) }
metric "none_isnot" { value = when(none_of { partner.region:is_not "NA" }, 1, 0) }
metric "none_of_absent" { value = when(none_of { partner.region:absent() }, 1, 0) }
metric "nof" { value = when(n_of(2, { partner.region:absent(), partner.x:is(0), partner.x:is_not(0)}), 1, 0) }
metric "okc" { value = when(partner.ok, 1, 0) }
metric "ok_isnot" { value = when(partner.ok:is_not(true), 1, 0) }
metric "ok_false" { value = when(partner.ok:is(false), 1, 0) }
metric "cd" { value = count_distinct(deal.t) }
metric "cnt_isnot" { value = count(deal, { t = is_not "a" }) }
metric "avg_expr" { value = average(deal.amount / deal.n) }
metric "sum_expr" { value = sum(deal.amount / deal.n) }
metric "med" { value = median(deal.amount / deal.n) }
metric "lat" { value = latest(deal.amount, deal.on) }
metric "lat_t" { value = latest(deal.t, deal.on) }
metric "lat_n" { value = latest(deal.on, deal.n) }
metric "ex" { value = exists(deal, { deal.ok }) }
metric "ex_none" { value = when(exists(deal, { deal.ok:absent() }),1,0) }
metric "tot" { value = total(partner.x) }
metric "rk" { value = rank(partner.x) }
metric "pc" { value = percentile(partner.x) }
metric "al" { value = allocate(usd(100), partner.x) }
metric "zero_sum_when" { value = sum(when(deal.ok, deal.amount, 0)) }
