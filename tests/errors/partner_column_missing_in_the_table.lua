program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner", -- expect error: table 'deal' has no column 'partner'
  columns = { amount = money, status = text },
}
metric "bookings" { value = sum(deal.amount, { status = "won" }) }
