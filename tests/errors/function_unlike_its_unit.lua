program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, score = number } }
source "deal" { partner = "partner_id", id = "id", happened_on = "day", columns = { day = date, amount = money, units = number } }
metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "said" { unit = "text", value = function(p) return p.score end }
metric "unsaid" { unit = "text", value = partner.score } -- expect error: 'unsaid' is a number, and not as its unit says -- expect hint: leave 'unit' out
metric "day" { unit = "date", value = "2026-07-01" }
metric "next_day" { value = metric.day + days(1) }
