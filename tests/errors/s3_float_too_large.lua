program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = 1e17 + 1 } -- expect error: too large for Lua to calculate exactly -- expect hint: write decimal "100000000000000001"
