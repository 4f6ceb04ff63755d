program "Proseware Alliance" { currency = "USD", year_starts = "07-01" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amuont = money, status = text }, -- expect error: table 'deal' has no column 'amuont' -- expect hint: did you mean 'amount'?
}
metric "bookings" { value = sum(deal.amuont, { status = "won" }) }
