program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
setting "budget" { value = 1e30 } -- expect error: this is larger than 10^20, the largest amount there is -- expect hint: write a smaller one
