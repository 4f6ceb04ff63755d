program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id" }
metric "bookings" { value = sum(deal.amount) } -- expect error: source 'deal' has no column 'amount' -- expect hint: declare it in the columns of source 'deal'
