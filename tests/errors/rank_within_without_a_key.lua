program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" {
  value = rank(metric.bookings, { partner.region }), -- expect error: what is said to 'rank' needs a key -- expect hint: within = column
}
