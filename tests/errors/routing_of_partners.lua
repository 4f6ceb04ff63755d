program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "lead" { id = "id", happened_on = "received_on", columns = { received_on = date, region = text, size = money } }
metric "bookings" { value = sum(deal.amount) }
routing "leads" {
  each = partner, -- expect error: rows are routed to partners, not partners themselves -- expect hint: write each = lead
  to = { bookings = 10000 },
}
