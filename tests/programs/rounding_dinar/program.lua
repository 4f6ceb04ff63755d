-- The dinar of Kuwait has three places. (section 3)
program "Dinar" { currency = "KWD" }
source "partner" { id = "id", columns = { x = money } }
source "sale" {
  id = "id", partner = "partner_id", minor_units = true, columns = { amount = money },
}
metric "sales" { value = sum(sale.amount) }
incentive "tenth" { pays = partner.x / 10 }
incentive "share" { each = sale, pays = percent(50) * sale.amount, cap = { row = kwd(1) / 3 } }
fund "mdf" { accrues = partner.x * percent(5) }
