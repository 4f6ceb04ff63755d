program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "year_bookings" {
  value = sum(deal.amount, { closed_on = since(os.date("%Y") .. "-01-01") }), -- expect error: 'os' is not available: rule files cannot reach the system or its clock; the date of
}
