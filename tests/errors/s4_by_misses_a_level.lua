program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
ladder "tier" { level "low" {}, level "high" {} }
metric "m" { value = by(ladder.tier, { low = 1 }) } -- expect error: level 'high' of ladder 'tier' is missing -- expect hint: default
