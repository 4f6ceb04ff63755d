source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = dat, amount = money, status = text, rep_id = text, units = number }, -- expect error: unknown word 'dat' -- expect hint: did you mean 'date'?
}
metric "bookings" { titel = "Won bookings", value = sum(deal.amount, { status = "won" }) } -- expect error: unknown field 'titel' of metric 'bookings' -- expect hint: did you mean 'title'?
metric "lost" { value = count(deal, { stauts = "lost" }) } -- expect error: source 'deal' has no column 'stauts' -- expect hint: did you mean 'status'?
metric "engineers" { value = count_distinct(deal.rep_id) }
