program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "autumn_bookings" {
  value = sum(deal.amount, { closed_on = since "2026-09-01", closed_on = before "2026-12-01" }), -- expect error: 'closed_on' is written twice in this table -- expect hint: keep the first or the second
}
