program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
metric "growth" {
  unit = "percent",
  value = metric.bookings / ago(metric.bookings, 12, "months") - 1,
}
ladder "tier" {
  level "registered" {},
  level "gold" { requires = { growth = 10 } }, -- expect error: a threshold of a percent is a part of the whole; 10 would be 10 times all of it -- expect hint: write percent(10)
}
