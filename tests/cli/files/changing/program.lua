program "Changing" { version = "1", currency = "USD", year_starts = "01-01", rounding = "half_even" }
fx { fixed = { EUR = 2 } }
source "partner" { columns = { name = text, base = money, seats = number, tier = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, registered = boolean },
}
setting "only_registered" { value = true }
setting "counts" { value = "won" }
setting "opens" { value = date "2026-01-01" }
setting "rate" { value = percent(50), range = { percent(0), percent(60) } }
setting "line" { value = usd(25), range = { 10, 500 } }
setting "euros" { value = eur(100), range = { eur(50), eur(150) } }
metric "year" { value = sum(deal.amount, { closed_on = this "year" }) }
metric "lately" { value = sum(deal.amount, { status = setting.counts, closed_on = trailing(12, "months") }) }
metric "since_then" { value = sum(deal.amount, { closed_on = since(setting.opens) }) }
metric "registered" { value = count(deal, { registered = setting.only_registered }) }
metric "big" { value = setting.euros }
ladder "tier" {
  current = partner.tier,
  level "base" {},
  level "gold" { requires = { lately = setting.line, any_of { { registered = 1 }, { seats = 10 } } } },
}
incentive "half" { pays = partner.base * setting.rate, rounds = "line" }
incentive "bonus" { pays = by(ladder.tier, { base = 0, gold = 5 }), cap = { partner = 30 } }
