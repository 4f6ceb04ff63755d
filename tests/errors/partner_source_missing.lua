program "Contoso Partner Network" { currency = "USD" } -- expect error: the program has no source 'partner' -- expect hint: declare source "partner" { id = "id", columns = { name = text }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
