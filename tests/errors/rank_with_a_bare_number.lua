program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" { value = rank(metric.bookings) }
ladder "tier" {
  level "member" {},
  level "leader" { requires = { place = 3 } }, -- expect error: 'place' is a rank -- expect hint: write place = at_most(3): 1 is the best
}
