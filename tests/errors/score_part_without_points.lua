program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "growth" { unit = "percent", value = sum(deal.amount) / usd(1000) - 1 }
score "fit" {
  { of = metric.bookings, full = 100000 }, -- expect error: a part of score 'fit' has no 'points'
}
