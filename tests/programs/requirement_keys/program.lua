-- Requirements: keys of every kind, words in them, groups, conditions without a key. (8)
program "T" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, n = number, budget = money, joined_on = date, vip = boolean, cur = text } }
source "deal" { partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text } }
metric "s" { value = sum(deal.amount) }
metric "av" { value = average(deal.units) }
metric "g" { unit = "percent", value = fraction(1, 10) }
metric "ld" { value = latest(deal.closed_on, deal.closed_on) }
metric "top" { value = latest(deal.product, deal.amount) }
metric "has" { value = exists(deal, {status = "won"}) }
obligation "plan" { requires = { joined_on = "2020-02-29" } }
obligation "plan2" { requires = { joined_on = at_most "2020-02-28" } }
certification "sec" { requires = { s = 350.005, plan = true } }
certification "sec2" { requires = { t = at_least "b" } }
certification "neg" { requires = { sec = false } }
certification "negn" { requires = { none_of { { sec = true }, { s = 1000 } } } }
certification "nof" { requires = { n_of(2, { { s = 1 }, { vip = true }, { region = "EMEA" } }) } }
certification "region2" { requires = { } }
certification "tex" { requires = { region = "NA", vip = true, n = 5, budget = usd(1000), cur = one_of { "silver" } } }
certification "tex2" { requires = { region = like "N*", n = between(5, 6), joined_on = before "2020-03-01" } }
certification "tex3" { requires = { region = is_not "NA" } }
certification "pres" { requires = { region = present, n = absent } }
certification "gr" { requires = { g = percent(10) } }
certification "gr2" { requires = { g = above(percent(10)) } }
certification "text2" { requires = { top = "SEC-2", ld = "2026-03-31", has = true } }
certification "cond" { requires = { metric.s:above(350), metric.av:present(), ladder.t:at_least "b", certification.sec, exists(deal, { status = "won" }) } }
certification "lad" { requires = { t = "b" } }
certification "lad2" { requires = { t = is_not "b" } }
certification "lad3" { requires = { t = below "b" } }
certification "lad4" { requires = { t = one_of { "a", "b" } } }
certification "lad5" { requires = { t = absent } }
certification "lad6" { requires = { u = absent } }
certification "anyg" { requires = { any_of { s = 1000, vip = true } } }
certification "ago1" { requires = { ago(metric.s, 1, "months"):at_least(300) } }
certification "win" { requires = { ld = trailing(1, "days") } }
certification "expr" { requires = { s = metric.av * 100 } }
certification "dt" { requires = { joined_on = as_of - months(12) } }
ladder "t" { current = partner.cur, level "a" {}, level "b" { requires = { plan = true, n = 5 } }, level "silver" { requires = { s = 1000 } } }
ladder "u" { applies_to = { region = "EMEA" }, level "x" { requires = { s = 1 } } }
