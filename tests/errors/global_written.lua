program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
gold_line = 150000 -- expect error: 'gold_line' would be a global, and globals may not be written -- expect hint: write local gold_line = ..
setting "gold_bookings" { value = gold_line }
