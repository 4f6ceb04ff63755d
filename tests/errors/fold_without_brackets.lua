program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" { partner = "partner_id", happened_on = "sold_on", columns = { sold_on = date, amount = money } }
metric "a" { value = sum(sale.amount):per("quarter", 4):lowest } -- expect error: 'lowest' is called, with its values in brackets -- expect hint: write x:lowest()
