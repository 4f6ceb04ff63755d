-- ago moves as_of in all that stands in it: windows, groups, words across partners, dated values, as_of itself,
-- start_of; each amount is a power of two, so that a sum tells its rows. (section 6)
program "A" { currency = "USD", year_starts="04-01" }
source "partner" { id = "id", columns = { name=text, boss=text, region = text, joined = date, ok = boolean, tier=text }, parent = "boss" }
source "deal" { partner = "pid", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, po = text, n = number, paid=date } }
source "cred" { partner = "pid", columns = { area=text, exp=date, who = text } }
metric "m" { value = sum(deal.amount, { on = trailing(3, "months") }) }
metric "m_ago" { value = ago(metric.m, 3, "months") }
metric "m_ago_ago" { value = ago(metric.m_ago, 3, "months") }
metric "per_ago" { value = ago(sum(deal.amount):per("quarter", 2):highest(), 1, "quarters") }
metric "per_col_ago" { value = ago(sum(deal.amount):per(deal.t):highest(), 3, "months") }
metric "as_of_ago" { value = ago(count(deal, { paid = at_most(as_of) }), 3, "months") }
metric "ago_weeks" { value = ago(count(deal), 2, "weeks") }
metric "ago_days" { value = ago(count(deal), 1, "days") }
metric "ago_years" { value = ago(count(deal), 1, "years") }
metric "ago_total" { value = ago(total(metric.m), 3, "months") }
metric "ago_rank" { value = ago(rank(metric.m), 3, "months") }
metric "ago_rollup" { value = ago(rollup(metric.m, "sum"), 3, "months") }
metric "ago_dated" { value = ago(count(deal) * dated { ["2026-01-01"] = 1, ["2026-07-01"] = 2 }, 3, "months") }
metric "ago_when" { value = ago(when(exists(deal, {t="a"}), count(deal), 0), 3, "months") }
metric "ago_cmp" { value = when(metric.m:above(ago(metric.m, 3, "months")), "up", "down") }
metric "ago_setting" { value = ago(sum(deal.amount) * setting.f, 3, "months") }
setting "f" { value = 2 }
metric "ago_band" { value = ago(band(count(deal), {{0,10},{2,20}}), 3, "months") }
metric "ago_startof" { value = ago(count(deal, { on = at_least(start_of("quarter", as_of)) }), 3, "months") }
metric "lat" { value = latest(deal.t, deal.on) }
metric "lat_ago" { value = ago(latest(deal.t, deal.on), 3, "months") }
