program "Ranks" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money } }
metric "bookings" { value = sum(deal.amount) }
metric "place" { value = rank(metric.bookings) }
ladder "tier" {
  level "member" { requires = { place = any_of { at_most(3), between(5, 7), present } } },
  level "leader" { requires = { place = any_of { at_most(3), 7 } } }, -- expect error: 'place' is a rank -- expect hint: write place = at_most(7): 1 is the best
}
