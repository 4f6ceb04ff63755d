program "Plain" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
setting "times" { value = 2 }
incentive "i" { pays = usd(10) * setting.times }
