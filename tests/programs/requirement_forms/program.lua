-- Every kind of key and every kind of line that a requirement may have, from both sides. (section 8)
program "R" { currency = "USD" }
source "partner" { id = "id", columns = { name=text, region = text, joined = date, ok = boolean, tier=text, x = number, m = money, pt = number } }
source "deal" { partner = "pid", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, n = number } }
metric "bookings" { value = sum(deal.amount) }
metric "rk" { value = rank(metric.bookings) }
metric "pc" { value = percentile(metric.bookings) }
metric "last_on" { value = latest(deal.on, deal.on) }
metric "has" { value = exists(deal, {t="a"}) }
metric "kind" { value = by(partner.region, {NA="home", default="abroad"}) }
metric "growth" { unit = "percent", value = partner.pt }
score "fit" { { title = "size", of = partner.x, full = 10, points = 100 }, pass = 60 }
certification "sec" { requires = { x = 5 } }
obligation "plan" { requires = { ok = true } }
ladder "other" { level "one" { requires = { x = 1 } }, level "two" { requires = { x = 5 } } }
ladder "tier" { current = partner.tier,
  level "l1" { requires = { bookings = 10 } },
  level "l2" { requires = { last_on = "2026-06-30" } },
  level "l3" { requires = { rk = at_most(2) } },
  level "l4" { requires = { has = true, kind = "home", sec = true, plan = true, other = at_least "two" } },
  level "l5" { requires = { region = one_of{"NA","EU"}, name = like "A*", joined = before "2026-01-01", x = between(5,9), m = absent } },
  level "l6" { requires = { growth = percent(10), fit = true } },
  level "l7" { requires = { fit = 70, pc = above(percent(50)) } },
  level "l8" { requires = { any_of { {x=9}, {x=2, ok=false} }, all_of { {x = 8} }, none_of { {x = 10}, {name = "B"} }, n_of(2, { {x=8}, {ok=true}, partner.m:present() }) } },
}
incentive "i" { requires = { ok = false }, pays = usd(1) }
incentive "j" { requires = { sec = false }, pays = usd(2) }
incentive "k" { requires = { tier = "l1" }, pays = usd(3) }
incentive "l" { requires = { tier = one_of{"l2","l3"} }, pays = usd(4) }
incentive "m2" { requires = { tier = absent }, pays = usd(5) }
incentive "n" { requires = { fit = false }, pays = usd(6) }
incentive "o" { requires = { tier = is_not "l1" }, pays = usd(7) }
incentive "p" { requires = { m = 5 }, pays = usd(8) }
incentive "q" { requires = { fit = below(60) }, pays = usd(9) }
incentive "s" { requires = { joined = at_least("2026-01-01") }, pays = usd(10) }
incentive "t" { requires = { joined = date "2026-01-01" + days(1) }, pays = usd(11) }
incentive "u" { requires = { joined = trailing(1, "months") }, pays = usd(12) }
