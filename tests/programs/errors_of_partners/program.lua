-- A partner's error is reported once, where it arises; what needed it is null, and totals leave the partner out. (section 3)
program "Errors of partners" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, amount = money } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, amount = money, kind = text } }

setting "factor" { value = by(partner.region, { NA = 1, EU = 2 }) }
metric "first" { value = partner.amount * setting.factor }
metric "second" { value = sum(deal.amount) * setting.factor }
metric "third" { value = metric.first + metric.second }
metric "fine" { value = count(deal) }
ladder "tier" {
  level "low" {},
  level "high" { requires = { third = 10 } },
}
incentive "once" { requires = { tier = at_least "high" }, pays = percent(10) * metric.third }
incentive "rows" { each = deal, pays = deal.amount * by(deal.kind, { x = percent(10) }) }
incentive "always" { pays = usd(1) }
