-- What a row of one source asks of the rows of another, and what a partner is of all partners.
program "Row at hand" { version="1", currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" { partner = "partner_id", columns = { amount = money, product = text, units = number } }
source "area" { partner = "partner_id", columns = { name = text, need = number } }
source "credential" { partner = "partner_id", columns = { area = text, level = number } }
metric "covered" { value = count(area, { exists(credential, { area = area.name, level = at_least(area.need) }) }) }
metric "share" { value = sum(deal.amount) / total(metric.bookings) }
metric "bookings" { value = sum(deal.amount) }
incentive "x" { each = deal, pays = deal.amount * (deal.amount / sum(deal.amount)) }
incentive "y" { each = area, where = { exists(credential, { area = area.name }) }, pays = usd(100) * count(credential, { area = area.name }) }
