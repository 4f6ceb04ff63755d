program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
local line = 50000
while line < 100000 do
  line = line - 5000 -- expect error: these rules run without end: stopped after 10 million steps
end
setting "gold_line" { value = line }
