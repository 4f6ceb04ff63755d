program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id",
  from = "DELETE FROM deal RETURNING id, partner_id, amount", -- expect error: the database has no table or view 'DELETE FROM deal RETURNING id, partner_id, amount' -- expect hint: from = ".." names a table or view, or is a SELECT
  partner = "partner_id",
  columns = { amount = money },
}
metric "bookings" { value = sum(deal.amount) }
