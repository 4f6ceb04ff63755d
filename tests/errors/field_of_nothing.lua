program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
local lines = { silver = 50000, gold = 150000 }
setting "platinum_bookings" { value = 2 * lines.platinum } -- expect error: 'platinum' has no value and cannot be reckoned with
