program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = 1e20 * 10 } -- expect error: too large for Lua to calculate exactly -- expect hint: no amount is larger than 10^20
