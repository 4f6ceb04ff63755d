program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
ladder "tier" { level "low" {}, level "high" {} }
metric "m" { value = by(ladder.tier, { low = 1, hihg = 2, default = 0 }) } -- expect error: no level 'hihg' -- expect hint: did you mean 'high'?
