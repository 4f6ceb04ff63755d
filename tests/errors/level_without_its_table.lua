program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number, tier = text, region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "stage" {
  level "low", -- expect error: level "low" has no table yet -- expect hint: level "low" { .. }
}
