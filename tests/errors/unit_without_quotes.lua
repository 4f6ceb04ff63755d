program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "bookings" { value = sum(deal.amount, { closed_on = trailing(12, months) }) } -- expect error: 'months' stands alone -- expect hint: in quotes: "months"
