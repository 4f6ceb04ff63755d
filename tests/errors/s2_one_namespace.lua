program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "dup" { value = 1 }
setting "dup" { value = 1 } -- expect error: 'dup' is declared twice
