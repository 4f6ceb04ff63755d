program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  steps_up = 0, -- expect error: here a whole number of levels is needed, 1 or more
  steps_down = 1.5, -- expect error: here a whole number of levels is needed, 1 or more
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
