program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
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
  pays = metric.bookings * percent(1),
  cap = { row = 500 }, -- expect error: 'volume_rebate' has no rows that a cap could be for -- expect hint: use cap = { partner = .. }
}
