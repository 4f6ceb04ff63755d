program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
metric "m" { value = start_of("year", partner.region) } -- expect error: this is a text, but a date is needed
