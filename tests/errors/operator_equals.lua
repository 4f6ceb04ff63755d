program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
incentive "deal_bonus" {
  each = deal,
  pays = when(deal.product == "SEC-100", usd(100), usd(50)), -- expect error: '==' cannot build a rule -- expect hint: write x:is(v), or field = v in a table
}
