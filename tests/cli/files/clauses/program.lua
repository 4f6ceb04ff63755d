program "Clauses" { title = "The program", why = "Section 1", currency = "USD" }
source "partner" { title = "Partners", why = "Section 2", id = "id", columns = { x = number, tier = text } }
source "deal" { title = "Deals", why = "Section 3", partner = "pid", happened_on = "on", columns = { amount = money, on = date, who = text } }
setting "line" { title = "The line", why = "Section 4", value = usd(5) }
metric "b" { title = "Bookings", why = "Section 5", value = sum(deal.amount) }
certification "sec" { title = "Security", why = "Section 6", requires = { b = setting.line } }
obligation "plan" { title = "Business plan", why = "Section 7", requires = { x = 5 } }
score "fit" { title = "Fit", why = "Section 8", { title = "Size", why = "Section 9", of = partner.x, full = 5, points = 5 } }
ladder "tier" { title = "Tier", why = "Section 10", current = partner.tier,
  level "one" { title = "Level one", why = "Section 11", requires = { b = 1, fit = 1, sec = true, plan = true }, gives = { d = 5 } } }
incentive "i" { title = "Rebate", why = "Section 12", pays = metric.b * percent(1), requires = { tier = "one" } }
spiff "s" { title = "Push", why = "Section 13", each = deal, to = deal.who, pays = usd(1) }
fund "f" { title = "Development fund", why = "Section 14", accrues = usd(5) }
guard "g" { title = "Budget", why = "Section 15", total(payout):at_most(1) }
source "lead" { id = "id", columns = { k = text } }
routing "r" { title = "Leads", why = "Section 16", each = lead, to = { x = 1 } }
