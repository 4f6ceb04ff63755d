-- tries: rows for each row, for each row, thirty deep
-- expect: rows are looked at for each row, for each row, more than 4 deep
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
source "deal" { partner = "partner_id", columns = { amount = money, area = text } }
local value = sum(deal.amount)
for _ = 1, 30 do value = sum(value:within(deal.area)) end
metric "deep" { value = value }
