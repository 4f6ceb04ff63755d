program "P" { currency = "USD" }
source "partner" { id = "id", parent = "market", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "best" { value = rollup(partner.people, highest) } -- expect error: 'highest' stands alone -- expect hint: in quotes: "highest"
