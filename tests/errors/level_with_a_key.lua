program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
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
  levels = { level "registered" {}, level "gold" { requires = { bookings = 150000 } } }, -- expect error: unknown field 'levels' of ladder 'tier' -- expect hint: levels stand in the ladder itself, without a field
}
