program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
setting "rate" { value = decimal "0,5" } -- expect error: '0,5' does not fit 'decimal' -- expect hint: a decimal is written "0.125", with up to 18 places
