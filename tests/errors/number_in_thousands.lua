program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "bookings" { value = sum(deal.amount) }
ladder "stage" {
  level "low" { requires = { bookings = 250k } }, -- expect error: '250k' is no number -- expect hint: write the digits alone: 250000
  level "high" { requires = { bookings = 1.5M } }, -- expect error: '1.5M' is no number -- expect hint: write the digits alone: 1500000
}
