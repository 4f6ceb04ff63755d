program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", columns = { currency = text, date = date, rate = number } }
fx { rates = deal } -- expect error: the rows of 'deal' belong to partners -- expect hint: rates are a source without 'partner'
