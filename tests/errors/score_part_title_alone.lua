program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "growth" { unit = "percent", value = sum(deal.amount) / usd(1000) - 1 }
score "fit" {
  { "Sales", of = metric.bookings, full = 100000, points = 60 }, -- expect error: a text in a part of score 'fit' has no field name -- expect hint: write title = "Sales"
}
