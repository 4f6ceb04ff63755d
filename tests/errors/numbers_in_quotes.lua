program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", columns = { amount = money, units = number, status = text, paid_on = date, due_on = date, serial = text },
}
metric "sold" { value = sum(deal.amount) }
incentive "bonus" {
  each = deal,
  requires = {
    status = "won", -- expect error: there is nothing called 'status' that could be required -- expect hint: 'status' is a column of deal: rows are chosen with where = { status = .. }
  },
  where = {
    deal.paid_on:at_most(60), -- expect error: a date is compared with a number -- expect hint: the days from d1 to d2 are days_between(d1, d2)
    position(deal.paid_on, { within = "serial" }):is(1), -- expect error: 'within' needs a column of 'deal' -- expect hint: write deal.serial
  },
  pays = "$5" * deal.units, -- expect error: this is a text, but a number is needed here -- expect hint: write usd(5)
  minimum = "500", -- expect error: this is a text, but a number is needed here -- expect hint: without quotes: 500
  cap = { partner = { north = 5 } }, -- expect error: a table cannot stand where a value is needed -- expect hint: one that varies is by(x, { key = value, .. })
}
incentive "share" {
  pays = "5%" * metric.sold, -- expect error: this is a text -- expect hint: write percent(5)
  opening = "1,000", -- expect error: this is a text -- expect hint: write the digits alone, without quotes: 1000
  minimum = "a lot", -- expect error: this is a text
}
