-- Settings, dates, choices and ladders as arguments of other words: a window of a setting, bands and rates that vary,
-- texts chosen by a date, ranks of rollups, a ladder that needs another which needs the cell of the first. (3 to 8)
program "X" { currency = "USD", year_starts="04-01" }
source "partner" { id = "id", columns = { name=text, boss = text, region = text, n = number, d = date, tier = text, ok = boolean }, parent = "boss" }
source "deal" { partner = "pid", happened_on="on", columns = { amount = money, on=date, t=text, n=number, who = text, inv = date } }
source "price" { columns = { code = text, list = money } }
setting "months" { value = 3 }
setting "from_day" { value = date "2026-07-01" }
setting "status" { value = "won" }
setting "vary" { value = by(partner.region, { NA = 6, default = 1 }) }
metric "m" { value = sum(deal.amount, { t = setting.status, on = trailing(setting.months, "months") }) }
metric "m2" { value = sum(deal.amount, { on = since(setting.from_day) }) }
metric "band_vary" { value = band(metric.m, { {0, 1}, {setting.vary, 2} }) }
metric "rate_vary" { value = marginal(metric.m, { {0, by(partner.region, {NA = percent(10), default = percent(20)})} }) }
metric "cnt_price" { value = total(metric.m) }
metric "share" { value = metric.m / total(metric.m) }
metric "dist" { value = count_distinct(deal.who, { t = is_not(setting.status) }) }
metric "avg_days" { value = average(days_between(deal.inv, deal.on)) }
metric "mon_diff" { value = highest(months_between(deal.inv, deal.on)) }
metric "first_on" { value = lowest(deal.on) }
metric "age" { value = months_between(metric.first_on, as_of), unit = "count" }
metric "dd" { value = dated(metric.first_on, { ["2026-01-01"] = "old", ["2026-07-01"] = "new" }) }
metric "ddor" { value = or_else(metric.dd, "never") }
metric "byd" { value = by(metric.ddor, { old = 1, new = 2, default = 3 }) }
metric "roll" { value = rollup(metric.m, "sum") }
metric "roll_hi" { value = rollup(metric.share, "highest") }
metric "rank_roll" { value = rank(metric.roll, { within = partner.region }) }
ladder "tier" { current = partner.tier, applies_to = { region = is_not "LATAM" },
  level "a" { requires = { roll = 1 } }, level "b" { requires = { tier2 = at_least "y", roll = 50 } } }
ladder "tier2" { level "x" { requires = { m = 1 } }, level "y" { requires = { m = 20, partner.tier:is "a" } } }
