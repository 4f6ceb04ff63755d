program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "on_time" {
  value = count(deal, { closed_on = at_least(as_of - 30) }), -- expect error: only days(..) or months(..) can be added to a date -- expect hint: write d + days(60), or days_between(d1, d2) for the days from
}
