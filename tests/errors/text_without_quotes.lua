program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
metric "x" { value = sum(deal.amount, { day = this quarter }) } -- expect error: a comma is missing after this entry -- expect hint: write this "quarter"
