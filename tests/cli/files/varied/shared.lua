program "Shared" { currency = "USD" }
source "partner" { id = "id", columns = { base = number } }
setting "heads" { value = 1 }
incentive "share" { pays = usd(100) / (setting.heads - partner.base) }
