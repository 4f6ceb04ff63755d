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
  pays = 3% * deal.amount, -- expect error: '3%' is no number -- expect hint: write percent(3)
}
