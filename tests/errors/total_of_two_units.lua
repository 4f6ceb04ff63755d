program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "mixed" {
  value = total(metric.bookings) + percent(5), -- expect error: '+' mixes money with a percent
}
