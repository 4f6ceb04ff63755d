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
incentive "volume_rebate" {
  pays = by(metric.bookings, { low = 100 }), -- expect error: 'low' cannot be a key here: what it is looked up by is money -- expect hint: amounts have bands: band(x, { { 0, 100 }, { 50000, 200 } })
}
