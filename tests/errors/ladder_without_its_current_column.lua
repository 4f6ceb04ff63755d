program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
ladder "tier" { level "low" {} } -- expect error: ladder 'tier' bears the name of a column of partner -- expect hint: current = partner.tier
