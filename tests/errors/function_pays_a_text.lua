program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
incentive "i" { pays = function(p) -- expect error: this is a text, but a number is needed here
    if p.score > 5 then return "much" end
    return p.region
end }
