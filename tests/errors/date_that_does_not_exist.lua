program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "winter_bookings" {
  value = sum(deal.amount, { closed_on = between("2026-01-01", "2026-02-30") }), -- expect error: "2026-02-30" is not a date -- expect hint: there is no such day in the calendar
}
