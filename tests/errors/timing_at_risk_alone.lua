program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  at_risk_since = partner.risk_on, -- expect error: 'at_risk_since' of ladder 'rank_' needs 'grace' -- expect hint: grace = days(90)
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
