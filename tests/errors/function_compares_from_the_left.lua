program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "m" { value = function(p) return 100 ~= p.bookings and 1 or 2 end } -- expect error: '~=' always holds between a decimal and a number -- expect hint: p.bookings:is_not(100)
