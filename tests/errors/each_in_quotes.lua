program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
incentive "deal_registration" {
  each = "deal", -- expect error: 'each' of incentive 'deal_registration' wants a source, such as deal, not a text -- expect hint: write each = deal, without quotes
  pays = percent(3) * deal.amount,
}
