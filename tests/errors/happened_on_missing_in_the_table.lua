program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  happened_on = "close_date", -- expect error: table 'deal' has no column 'close_date'
  columns = { amount = money, status = text },
}
metric "bookings" { value = sum(deal.amount, { status = "won" }) }
