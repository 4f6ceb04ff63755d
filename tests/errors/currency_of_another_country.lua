program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
setting "gold_line" { title = "Bookings for Gold", value = eur(150000) } -- expect error: EUR amounts need exchange rates, and the program has no fx -- expect hint: declare fx { fixed = { EUR = 1.08 } } or fx { rates = source }
