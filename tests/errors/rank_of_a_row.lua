program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" {
  value = rank(deal.amount), -- expect error: 'deal.amount' has one value a row; here one value a partner is needed
}
