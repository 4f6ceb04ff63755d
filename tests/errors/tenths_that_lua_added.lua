program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
local base, extra = 0.1, 0.2
setting "rate" { value = base + extra } -- expect error: Lua calculated this number, and it is no exact decimal -- expect hint: write a quotient as fraction(1, 3), a decimal as text: decimal
