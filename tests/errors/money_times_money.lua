program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
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
  pays = usd(25) * deal.amount, -- expect error: money times money has no meaning -- expect hint: multiply money by a number or a percent
}
