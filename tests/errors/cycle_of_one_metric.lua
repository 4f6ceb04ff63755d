program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" {
  value = metric.bookings + sum(deal.amount, { status = "won" }), -- expect error: these need each other in a circle: bookings -> bookings -- expect hint: let one of them stand on its own
}
