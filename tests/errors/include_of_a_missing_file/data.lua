source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text } }
metric "bookings" { value = sum(deal.amount, { status = "won" }) }
