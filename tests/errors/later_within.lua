program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
incentive "bundle" {
  each = deal,
  where = { sum(deal.units):within(deal.product):at_least(10) }, -- expect error: ':within' is not available in this version
  pays = usd(50),
}
