program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
goto x -- expect error: this 'goto' leads nowhere -- expect hint: leave it out
