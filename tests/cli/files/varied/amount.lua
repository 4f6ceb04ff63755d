program "Amount" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
setting "bonus" { value = usd(100) }
incentive "i" { pays = setting.bonus }
