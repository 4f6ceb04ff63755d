program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
spiff "security_push" {
  each = deal,
  pays = usd(25) * deal.units,
  to = "rep_id", -- expect error: 'to' of spiff 'security_push' wants a column, such as deal.closed_on, not a text -- expect hint: write source.rep_id, without quotes
}
