program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "week_bookings" {
  value = sum(deal.amount, { status = "won", closed_on = this "week" }), -- expect error: 'week' does not fit 'this' -- expect hint: write "month", "quarter", "half" or "year"
}
