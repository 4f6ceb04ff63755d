program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "recent_deals" {
  value = count(deal, { closed_on = at_least(2026) }), -- expect error: a date is compared with a number -- expect hint: a date is written "2026-12-31"
}
