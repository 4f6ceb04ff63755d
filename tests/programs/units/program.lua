-- Money by a number is money, money by money a number, percent by x has x's unit. (section 3)
program "Units" { currency = "USD" }
source "partner" { id = "id", columns = { a = money, b = money, n = number } }
metric "ratio" { value = partner.a / partner.b }
metric "part" { unit = "percent", value = partner.a / partner.b }
metric "points_of_percent" { value = metric.part / percent(1) }
metric "part_of" { value = percent(12.5) * partner.a }
metric "each_one" { value = partner.a / partner.n }
metric "beside_a_number" { value = partner.a + 1 }
metric "negated" { value = -partner.a }
metric "smaller" { value = min(partner.a, partner.b, 7) }
metric "distance" { value = abs(partner.a - partner.b) }
metric "compared" { unit = "count", value = when(metric.part:at_least(percent(50)), 1, 0) }
