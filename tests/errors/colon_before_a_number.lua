program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
metric "x" { value: 1 } -- expect error: ':' cannot stand here -- expect hint: write = instead of the colon: value = ..
