program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "m" { value = function(p)
    if p.deals == 3 and p.score == 2 then return 1 end -- expect error: '==' never holds between a decimal and a number -- expect hint: write decimal "2", or p.score:is(2)
    return 0
end }
