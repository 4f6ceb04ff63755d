-- tries: positions among positions, hundreds deep
-- expect: this expression is nested too deeply
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
source "deal" { partner = "partner_id", columns = { amount = money, area = text } }
local value = deal.amount
for _ = 1, 300 do value = position(value, { within = deal.area }) end
metric "deep" { value = sum(value) }
