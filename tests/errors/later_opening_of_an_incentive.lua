program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
incentive "deal_registration" {
  each = deal,
  pays = percent(3) * deal.amount,
  minimum = usd(50), -- expect error: 'minimum' of incentive is not available in this version
}
