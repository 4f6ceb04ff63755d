program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "growth" { unit = "percent", value = partner.rate }
metric "m" { value = when(metric.growth:above(10), 1, 0) } -- expect error: a threshold of a percent -- expect hint: percent(10)
