-- Comparisons, rounding, bands and grouping look at 9 places, half away from zero. (section 3)
program "Nine places" { currency = "USD" }
source "partner" { id = "id", columns = { n = number } }
source "deal" { partner = "partner_id", columns = { units = number } }

metric "thrice" { value = 3 * (40 * fraction(1, 3)) }
metric "is_forty" { unit = "count", value = when(metric.thrice:is(40), 1, 0) }
metric "reaches_forty" { value = band(metric.thrice, { { 0, 1 }, { 40, 2 } }) }
metric "just_reaches" { value = band(decimal "39.9999999995", { { 0, 1 }, { 40, 2 } }) }
metric "just_misses" { value = band(decimal "39.9999999994", { { 0, 1 }, { 40, 2 } }) }
metric "one_of" { unit = "count", value = when(partner.n:one_of { decimal "13.333333333" }, 1, 0) }
metric "key" { value = by(partner.n, { [13.333333333] = 1, default = 0 }) }
metric "above" { unit = "count", value = when(partner.n:above(decimal "13.3333333331"), 1, 0) }
metric "matching" { value = count(deal, { units = decimal "0.333333333" }) }
metric "distinct" { value = count_distinct(deal.units) }
metric "down" { value = round_down(partner.n, 9) }
metric "down_to_whole" { value = round_down(decimal "2.9999999995", 0) }
metric "up_to_whole" { value = round_up(decimal "1.0000000004", 0) }
metric "half" { value = round(-2.5, 0) }
metric "hundreds" { value = round(1250, -2) }
metric "up_away" { value = round_up(-1.001, 2) }
metric "once" { value = partner.n * fraction(3, 3) }
metric "not_below_nothing" { value = marginal(decimal "9.9999999995", { { 10, 2000000000 }, { 20, 4 } }) }
metric "nor_beside_the_line" { value = interpolated(decimal "9.9999999995", { { 10, 0 }, { 20, 20000000000 } }) }
