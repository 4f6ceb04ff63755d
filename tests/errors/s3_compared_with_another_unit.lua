program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = when(partner.amount:at_least(percent(3)), 1, 2) } -- expect error: a comparison mixes money with a percent
