program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", currency = "code", columns = { amount = money, code = text } }
metric "bookings" { value = sum(deal.amount) } -- expect error: amounts in the currencies of 'deal.code' need exchange rates, and the program has no fx -- expect hint: declare fx { fixed = { EUR = 1.08 } }
metric "deals" { value = count(deal, { code = "EUR" }) }
