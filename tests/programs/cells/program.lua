-- What a cell may hold, and what is that partner's error. (section 3)
program "Cells" { currency = "USD" }
source "partner" { id = "id", columns = { x = money, n = number, on = column("on", date), yes = boolean } }
metric "amount_read" { unit = "money", value = partner.x }

metric "number_read" { unit = "number", value = partner.n * 10 }
metric "date_read" { value = partner.on }
metric "yes_read" { unit = "count", value = when(partner.yes, 1, 0) }
incentive "paid" { pays = or_else(partner.x, usd(0)) }
