program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "bookings" { value = sum(deal.amount) }
ladder "stage" {
  level "low" {
    requires = { any_of = { { bookings = 5 }, { people = 3 } } }, -- expect error: there is nothing called 'any_of' that could be required -- expect hint: write any_of { .. } without '='
  },
}
