program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
local strict = true
metric "m" { value = count(deal, { units = 3 or 4 }) } -- expect error: 'or' cannot build a rule -- expect hint: any_of
metric "n" { value = strict and 2 or 1, title = #"ab" == 2 and "a" or "b" }
