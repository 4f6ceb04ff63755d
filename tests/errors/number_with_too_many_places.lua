program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
setting "rate" { value = 0.0123456789012 } -- expect error: a number has at most 9 places and 15 digits, unless it is written as text -- expect hint: write decimal "0.0123456789012"
