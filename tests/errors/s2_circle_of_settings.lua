program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
setting "a" { value = setting.b }
setting "b" { value = 1 + setting.a } -- expect error: need each other in a circle: a -> b -> a
