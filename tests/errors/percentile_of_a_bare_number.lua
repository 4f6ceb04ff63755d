program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "standing" { value = percentile(metric.bookings) }
certification "top" {
  requires = { standing = 97 }, -- expect error: a threshold of a percent is a part of the whole -- expect hint: write percent(97)
}
