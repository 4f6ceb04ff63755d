program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "a" { value = function(p) return p.b + 1 end }
metric "b" { value = metric.c }
metric "c" { value = function(p) return p.a end } -- expect error: these need each other in a circle: a -> b -> c -> a
