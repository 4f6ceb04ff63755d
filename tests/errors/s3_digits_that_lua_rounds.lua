program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = 12345678901234567890 } -- expect error: too large for Lua to hold exactly -- expect hint: write decimal "12345678901234567890"

