program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "winter_bookings" {
  value = sum(deal.amount, { closed_on = since "01/31/2026" }), -- expect error: '01/31/2026' does not fit 'since' -- expect hint: a date is written "2026-12-31"
}
