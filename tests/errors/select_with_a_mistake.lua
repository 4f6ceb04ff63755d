program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id",
  from = "SELECT id, partner_id, amount FROM deals WHERE status = 'won'", -- expect error: this SELECT does not work: no such table: deals -- expect hint: a SELECT may read tables and views of the database, with
  partner = "partner_id",
  columns = { amount = money },
}
metric "bookings" { value = sum(deal.amount) }
