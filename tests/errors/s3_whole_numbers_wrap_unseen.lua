program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
local large = 1
for i = 1, 3 do
  large = large * 5000000000
end
metric "m" { value = large } -- expect error: Lua calculated this number, which is too large to be exact -- expect hint: calculate with decimals

