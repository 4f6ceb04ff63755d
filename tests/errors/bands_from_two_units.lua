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
  pays = marginal(metric.bookings, {
    { 0, percent(1) },
    { percent(25), percent(2) }, -- expect error: a band mixes a percent with money -- expect hint: use one unit on both sides; a part of x is written percent(2) *
  }),
}
