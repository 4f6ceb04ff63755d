program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
metric "x" { value = if partner.gold then 1 else 2 end } -- expect error: 'if' cannot stand within a declaration -- expect hint: write when(condition, x, y)
