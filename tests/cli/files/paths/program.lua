program "Paths" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, stars = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text, size = number, billed_on = date },
}
setting "factor" { value = by(partner.region, { NA = 1, ["Asia.Pacific"] = 0.5, ["Latin America"] = 0.25 }) }
metric "steady" { value = sum(deal.amount):per("quarter", 2, { ago = 1 }):lowest() }
metric "kinds" { value = sum(deal.amount):per(deal.kind):sum(at_least(150)) }
metric "two" { value = sum(deal.amount, { kind = "a", amount = at_most(500) }) + sum(deal.amount, { kind = like "b*" }) }
metric "first" { value = count(deal, { position(deal.size, { within = deal.kind }):at_most(1) }) }
metric "place" { value = rank(metric.two) }
metric "budget" { value = allocate(usd(1000), metric.two, { where = { stars = 2 }, at_least = 10, at_most = 900 }) }
metric "rated" { value = sum(deal.amount * dated(deal.billed_on, { ["2026-01-01"] = percent(1), ["2026-07-01"] = percent(2) })) }
metric "line" { value = interpolated(metric.two, { { 0, 10 }, { 400, 20 } }) }
score "fit" {
  pass = 50, each_above = 5,
  { title = "Stars", of = partner.stars, full = 5, points = 60 },
  { title = "Deals", of = count(deal), points = { { 1, 10 }, { 3, 40 } } },
}
ladder "tier" {
  level "base" {},
  level "even" {
    requires = {
      fit = 50,
      any_of { { stars = 4 }, { two = 300 * setting.factor } },
      any_of { { place = at_most(1) }, { steady = 1 } },
      n_of(2, { { stars = 1 }, { stars = 2 }, { stars = 9 } }),
    },
    gives = { discount = percent(10) },
  },
}
incentive "bonus" { requires = { tier = at_least "even" }, pays = percent(2) * metric.two }
