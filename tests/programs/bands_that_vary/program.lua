-- Where bands begin and what they hold may vary from partner to partner. (sections 4 and 5)
program "Bands that vary" { currency = "USD" }
source "partner" { id = "id", columns = { x = money, line = money, region = text, units = number } }

setting "second" { value = by(partner.region, { NA = 50, default = 100 }) }
metric "marginal" { value = marginal(partner.x, { { 0, percent(1) }, { setting.second, percent(2) } }) }
metric "from_column" { value = marginal(partner.x, { { 0, percent(1) }, { partner.line, percent(2) } }) }
metric "rates" {
  value = retroactive(partner.x, { { 0, by(partner.region, { NA = percent(3), default = 0 }) }, { 100, percent(5) } }),
}
metric "value" { value = band(partner.units, { { -5, 1 }, { 0, partner.units * 2 }, { 10, 3 } }) }
metric "sloped" { value = interpolated(partner.units, { { 0, 0 }, { 10, usd(100) } }) }
metric "per_unit" { value = marginal(partner.units, { { 0, usd(2) }, { 5, usd(1) } }) }
