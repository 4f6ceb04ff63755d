-- A network that has not begun: nobody is no mistake, and rows of unknown partners are counted.
program "Nobody yet" { version="1", currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "b" { value = sum(deal.amount) }
