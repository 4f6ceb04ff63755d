program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier, at_risk_since = partner.risk_on,
  grace = 90, -- expect error: grace is a time, not a bare number or a text -- expect hint: write days(90) or months(3)
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
