program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id",
  from = "SELECT id, partner_id, date(closed_on, 'start of month') AS month FROM deal", -- expect error: it may not use the function 'date' -- expect hint: its first day substr(d, 1, 8) || '01'
  partner = "partner_id",
  columns = { month = text },
}
metric "deals" { value = count(deal) }
