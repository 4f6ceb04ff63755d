program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
local lines = { silver = 50000, gold = 150000 }
setting "platinum_bookings" { value = usd(lines.platinum) } -- expect error: value 1 of 'usd' is missing (nil) -- expect hint: write usd(n), eur(n), ...
