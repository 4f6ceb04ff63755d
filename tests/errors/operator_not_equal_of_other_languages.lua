program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "open_deals" {
  value = count(deal, { deal.status != "won" }), -- expect error: '!=' cannot build a rule -- expect hint: write x:is_not(v), or field = is_not(v) in a table
}
