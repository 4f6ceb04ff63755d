program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
ladder "tier" {
  current = partner.tier, at_risk_since = partner.risk_on,
  grace = "90 days", -- expect error: grace is a time -- expect hint: write days(90) or months(3)
  level "low" {}, level "high" { requires = { people = 100 } },
}
