program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
incentive "deal_registration" { each = deal, pays = percent(3) * deal.amount }
incentive "deal_bonus" {
  each = deal,
  pays = usd(100),
  not_with = { incentive.deal_registration }, -- expect error: 'not_with' of incentive is not available in this version
}
