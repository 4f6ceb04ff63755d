-- tries: the median of all rows before each of very many
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = {} }
source "deal" { id = "id", partner = "partner_id", happened_on = "on", columns = { on = date, n = number } }
metric "middles" { value = sum(median(deal.n):so_far()) }
