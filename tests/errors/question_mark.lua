program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
metric "x" { value = partner.gold ? 1 : 2 } -- expect error: '?' cannot stand here -- expect hint: write when(condition, x, y)
