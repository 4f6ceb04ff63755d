program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  guarantees = days(365), -- expect error: this is a number of days, but a date is needed here
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
