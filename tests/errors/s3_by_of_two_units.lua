program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = by(partner.region, { NA = usd(1), default = percent(1) }) } -- expect error: a choice of values mixes money with a percent
