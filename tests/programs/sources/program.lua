-- Sources: a table, a view, a SELECT; ids by name or by the primary key, which orders rows by value where it holds numbers and
-- by bytes where it holds texts; columns by another name; rows of unknown partners are counted. (section 9)
program "Sources" { currency = "USD" }
source "partner" { from = "SELECT code, n * 2 AS n FROM firm", id = "code", columns = { n = number } }
source "deal" { from = "won_deals", partner = "firm", id = "no", columns = { amount = money, no = text } }
source "visit" { partner = "firm", columns = { amount = money, key = column("nr", text) } }
source "call" {
  from = "SELECT * FROM phone WHERE good", partner = "firm",
  columns = { amount = column("how much", money), ends_on = column("end", date) },
}
metric "double" { value = partner.n }
metric "called" { value = sum(call.amount) }
metric "ended" { value = latest(call.ends_on, call.ends_on) }
spiff "deals" { each = deal, pays = deal.amount, to = deal.no, cap = { partner = 25 } }
spiff "visits" { each = visit, pays = visit.amount, to = visit.key, cap = { partner = 2.5 } }
fund "mdf" { accrues = 100, claims = deal, amount = deal.amount, shares = { vendor = percent(100) } }
