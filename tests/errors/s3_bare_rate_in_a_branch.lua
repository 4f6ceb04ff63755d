program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = retroactive(partner.amount, { { 0, by(partner.region, { NA = 3, default = 0 }) } }) } -- expect error: a rate is a part of the whole -- expect hint: percent(3)
