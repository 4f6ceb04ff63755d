-- Fiscal years that start on 15 February: their months run from the 15th to the 14th. (sections 3, 7, 9)
program "Mid month" { currency = "USD", year_starts = "02-15" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}

metric "this_month" { value = sum(deal.amount, { closed_on = this "month" }) }
metric "this_quarter" { value = sum(deal.amount, { closed_on = this "quarter" }) }
metric "last_month" { value = sum(deal.amount, { closed_on = last "month" }) }
metric "last_month_a_year_ago" { value = sum(deal.amount, { closed_on = last("month", { ago = 12 }) }) }
metric "last_quarter" { value = sum(deal.amount, { closed_on = last "quarter" }) }
metric "year_starts_on" { value = start_of("year", as_of) }
metric "quarter_ends" { value = end_of("quarter", as_of) }
