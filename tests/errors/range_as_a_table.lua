program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number, tier = text, region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "stage" {
  level "low" { requires = { bookings = { 5000, 10000 } } }, -- expect error: a table is no value to compare with -- expect hint: write between(5, 10)
}
