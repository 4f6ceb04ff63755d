program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" {
  value = rank(metric.bookings, { wihtin = partner.region }), -- expect error: 'rank' takes no 'wihtin' -- expect hint: did you mean 'within'?
}
