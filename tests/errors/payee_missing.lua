program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
spiff "security_push" { -- expect error: spiff 'security_push' has no 'to' -- expect hint: to: the column of the row that names who is paid
  each = deal,
  where = { product = like "SEC-*" },
  pays = usd(25) * deal.units,
}
