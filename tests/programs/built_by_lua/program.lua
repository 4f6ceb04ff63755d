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

local strict, many = true, 3
local lenient = not strict
local large = 9007199254740993
metric "chosen" { value = strict and 2 or 1, title = many == 3 and "Three" or "Another" }
metric "not_chosen" { value = lenient and 2 or many >= 4 and 3 or 1 }
metric "of_expressions" { value = strict and partner.amount or sum(deal.amount) }
metric "sixteen_zeros" { value = 1e16 }
metric "the_largest" { value = 1e20 }
metric "as_written" { value = large }
metric "below" { value = -9007199254740993 }
metric "decimals" { value = decimal "5000000000" * 5000000000 }
