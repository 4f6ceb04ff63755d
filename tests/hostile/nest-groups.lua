-- tries: groups of groups of groups, two hundred deep
-- expect: this expression is nested too deeply
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
source "deal" { partner = "partner_id", columns = { amount = money, area = text } }
local value = sum(deal.amount)
for _ = 1, 200 do value = value:per(deal.area):highest() end
metric "deep" { value = value }
