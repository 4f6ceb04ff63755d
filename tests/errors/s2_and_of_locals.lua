program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
local big, gold = partner.rate:at_least(5), partner.gold
local both = big and gold -- expect error: 'and' cannot build a rule -- expect hint: all_of
local three = partner.rate == 3 -- expect error: '==' cannot build a rule -- expect hint: x:is(v)
local weak = not partner.gold -- expect error: 'not' cannot build a rule -- expect hint: none_of
local either = sum(deal.units) or partner.rate -- expect error: 'or' cannot build a rule -- expect hint: any_of
local strict = true
local chosen = strict and partner.rate or sum(deal.units) -- plain Lua: it chooses one of two expressions
metric "m" { value = when(both, chosen, 2) + when(three, 1, 2) + when(weak, 1, 2) + either }

