program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
incentive "i" { each = deal, pays = function(row, p) return row.amout end } -- expect error: source 'deal' has no column 'amout' -- expect hint: did you mean 'amount'?
