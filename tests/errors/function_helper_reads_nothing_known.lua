program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
local function size(partner)
    return partner.bookings + partner.growth -- expect error: 'partner.growth' is no metric
end
metric "m" { value = function(p) return size(p) end }
