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
  pays = when(deal.registered, usd(100), percent(3)), -- expect error: a choice of values mixes money with a percent -- expect hint: use one unit on both sides; a part of x is written percent(2) *
}
