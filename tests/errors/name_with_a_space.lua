program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "won bookings" { value = sum(deal.amount, { status = "won" }) } -- expect error: 'won bookings' is no name for a metric -- expect hint: names are small letters, digits and _, and begin with a letter:
