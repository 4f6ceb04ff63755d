program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" {
  value = rank(metric.bookings, { where = { region = "NA" } }), -- expect error: 'rank' takes no 'where' -- expect hint: within = column
}
