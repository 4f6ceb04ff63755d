program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
incentive "volume_rebate" { pays = metric.bookings * percent(1) }
ladder "tier" {
  level "registered" {},
  level "gold" { requires = { volume_rebate = 1000 } }, -- expect error: there is nothing called 'volume_rebate' that could be required -- expect hint: a requirement names a metric, score, ladder, certification, obligation
}
