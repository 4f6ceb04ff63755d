-- Three times 40/3 is 40; comparisons and bands look at nine places. (section 3)
program "Fractions" { currency = "USD" }
source "partner" { id = "id", columns = { x = money, n = number } }
metric "three_thirds" { value = 3 * (usd(40) / 3) }
metric "as_fraction" { value = partner.x * fraction(1, 3) }
metric "as_quotient" { value = partner.x * (1 / partner.n) }
metric "third" { value = usd(40) / 3 }
metric "reached" { unit = "count", value = when((3 * (usd(40) / 3)):at_least(40), 1, 0) }
metric "not_above" { unit = "count", value = when((3 * (usd(40) / 3)):above(40), 1, 0) }
metric "not_below" { unit = "count", value = when((3 * (usd(40) / 3)):below(40), 1, 0) }
metric "same_band" { unit = "count", value = band(3 * (usd(40) / 3), { { 0, 1 }, { 40, 2 } }) }
metric "a_hair_below" { unit = "count", value = when(decimal("39.9999999994"):at_least(40), 1, 0) }
metric "a_hair_counts" { unit = "count", value = when(decimal("39.9999999996"):at_least(40), 1, 0) }
metric "rounded" { value = round(partner.x / 3, 2) }
metric "rounded_down" { value = round_down(partner.x / 3, 0) }
metric "rounded_up" { value = round_up(partner.x / 3, 1) }
incentive "pays_thirds" { pays = partner.x * fraction(1, 3) }
