program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
setting "gold_line" { value = usd(15000), range = { 50000, 500000 } } -- expect error: setting 'gold_line' lies outside of its range -- expect hint: change the value, or widen the range
