program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "m" { value = function(p) return #p:rows "deals" end } -- expect error: there is no source 'deals' whose rows belong to partners -- expect hint: did you mean 'deal'?
