-- Plain Lua may build declarations; the same files always declare the same program. (section 2)
program "Built by Lua" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, ends_on = column("end", date) } }
source "deal" { partner = "partner_id", columns = { amount = money, product = text } }
include "parts/doubled.lua"

local function won(product)
  return sum(deal.amount, { product = product })
end
for _, product in ipairs { "soft", "hard" } do
  metric("won_" .. product) { value = won(product) }
end
local place = 0
for key in pairs { z = 1, b = 1, [2] = 1, [1] = 1 } do
  place = place + 1
  metric("place_" .. key) { value = place }
end
local chain = partner.amount
for i = 1, 60 do
  chain = chain + i
end
metric "chain" { value = chain }
metric "months_left" { value = months_between(as_of, partner.ends_on) }
