program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number, tier = text, region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "stage" {
  level "low" { requires = { bookings >= 5000 } }, -- expect error: '>=' cannot build a rule -- expect hint: write bookings = at_least(v)
  level "mid" { requires = { people = 1, bookings > 5000 } }, -- expect error: '>' cannot build a rule -- expect hint: write bookings = above(v)
  level "top" { requires = { partner.people > 1 } }, -- expect error: '>' cannot build a rule -- expect hint: write x:above(v)
}
