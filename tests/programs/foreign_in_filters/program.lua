-- eur(100) that a rule over rows says is converted on the day of its row, also in the filter of an aggregate; what a metric
-- says is converted at as_of, whichever rows it is held against. (section 9)
program "Foreign in filters" { version = "1", currency = "USD" }
source "partner" { columns = { name = text } }
source "rate" { columns = { currency = text, date = date, rate = number } }
source "sale" { partner = "partner_id", happened_on = "sold_on", columns = { sold_on = date, amount = money } }
source "quote" { partner = "partner_id", columns = { amount = money } }
fx { rates = rate }
metric "large" { value = count(sale, { amount = at_least(eur(100)) }) }
metric "line" { value = eur(100) }
incentive "by_row" { each = sale, where = { amount = at_least(eur(100)) }, pays = usd(1) }
incentive "by_quotes" { each = sale, pays = usd(1) * count(quote, { amount = at_least(eur(100)) }) }
