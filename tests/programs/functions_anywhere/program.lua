-- A function may stand wherever a value or a condition may, inside other words too, and several on one line,
-- where each reads what its own parameters are. (sections 4 and 11)
program "F" { currency = "USD", year_starts="04-01" }
source "partner" { id = "id", columns = { name=text, region = text, joined = date, ok = boolean, tier=text, x = number, m = money } }
source "deal" { partner = "pid", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, n = number } }
source "cred" { partner = "pid", columns = { area=text, lvl = number } }
metric "n" { value = count(deal) }
metric "b1" { value = by(partner.region, { NA = function(p) return p.n * 2 end, default = 0 }) }
metric "b2" { value = dated { ["2026-01-01"] = function(p) return p.n * 2 end } }
metric "b3" { value = when(partner.ok, function(p) return p.n * 2 end, 7) }
metric "b4" { value = or_else(partner.m, function(p) return p.n * 3 end) }
metric "b6" { value = max(function(p) return p.n * 3 end, 4) }
metric "b7" { value = marginal(metric.n, { {0, function(p) return p.n end} }) }
metric "b8" { value = rank(function(p) return p.n end) }
metric "b9" { value = total(function(p) return p.n end) }
metric "b10" { value = ago(function(p) return p.n end, 1, "years") }
setting "s" { value = function(p) return p.n + 1 end }
metric "b12" { value = setting.s * 2 }
metric "b13" { value = band(function(p) return p.n end, { {1, 5}, {2, 6} }) }
metric "b14" { value = allocate(usd(10), function(p) return p.n end) }
metric "b15" { value = sum(deal.n):per(deal.t):highest() }
metric "b16" { value = function(p) return p.b15 end }
score "f" { { title = "x", of = function(p) return p.n end, full = 4, points = 8 } }
incentive "i" { each = deal, where = { function(row) return row.t == "a" end }, pays = by(deal.t, { a = function(row, p) return row.n * p.f end, default = 0 }), cap = { partner = function(p) return p.n end } }
metric "one_line" { value = when(function(p) return p.ok end, function(p) return p.n end, function(p) return p.n * 2 end) }
metric "chosen" { value = sum(deal.amount, { ok = true, function(row) return row.n > 1 end }) }
