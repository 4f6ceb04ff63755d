-- The yen has no places. (section 3)
program "Yen" { currency = "JPY" }
source "partner" { id = "id", columns = { x = money } }
source "sale" { id = "id", partner = "partner_id", minor_units = true, columns = { amount = money } }
metric "sales" { value = sum(sale.amount) }
metric "average_sale" { value = average(sale.amount) }
incentive "half" { pays = partner.x / 2 }
incentive "share" { each = sale, pays = percent(12.5) * sale.amount }
