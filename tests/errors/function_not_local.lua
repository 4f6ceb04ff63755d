program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
function rate(step) return percent(step) end -- expect error: 'rate' would be a global, and globals may not be written -- expect hint: write local function rate(..)
setting "base_rate" { value = rate(2) }
