-- Rows that name their currency, in a program without fx: those in its own need no rate, and whether an amount is there
-- needs none either. (sections 7 and 9)
program "Without rates" { version = "1", currency = "USD" }
source "partner" { columns = { name = text } }
source "deal" { partner = "partner_id", currency = "cur", columns = { cur = text, amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "with_amount" { value = count(deal, { amount = present }) }
metric "without" { value = count(deal, { deal.amount:absent() }) }
metric "deals" { value = count(deal) }
