program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number, tier = text, region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "tier" {
  current = partner.tier,
  level "low" {},
  level "top" { requires = { bookings = 5, tier = at_least "low" } }, -- expect error: these need each other in a circle: tier -> tier -- expect hint: cumulative = true
}
