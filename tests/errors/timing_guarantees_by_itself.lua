program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  guarantees = when(ladder.rank_:is "high", as_of, as_of), -- expect error: these need each other in a circle: rank_ -> rank_
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
