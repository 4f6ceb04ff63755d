program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
setting "s0" { value = partner.rate }
for i = 1, 1500 do
  setting("s" .. i) { value = -setting["s" .. i - 1] } -- expect error: nested too deeply
end
