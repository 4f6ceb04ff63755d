program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { title = 2026, value = sum(deal.amount) } -- expect error: 'title' of metric 'bookings' wants a text in quotes, not a number -- expect hint: write title = "2026"
