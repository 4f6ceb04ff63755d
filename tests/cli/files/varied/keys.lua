program "Keys" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
setting "regions" { value = by(partner.region, { ["a=b"] = 1, ["say \"=\""] = 2, default = 4 }) }
incentive "share" { pays = usd(100) * setting.regions }
