program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
ladder "tier" {
  level "registered" {},
  level "silver" { requires = { bookings = 50000 } },
  level "gold" { requires = { bookings = 150000 } },
}
incentive "deal_registration" {
  each = deal,
  where = { registered = true },
  requires = { tier = at_least "sliver" }, -- expect error: ladder 'tier' has no level 'sliver' -- expect hint: did you mean 'silver'?
  pays = percent(3) * deal.amount,
}
