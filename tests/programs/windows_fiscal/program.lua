-- Fiscal years that start on 1 April. (section 7)
program "Fiscal" { currency = "USD", year_starts = "04-01" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}

metric "this_month" { value = sum(deal.amount, { closed_on = this "month" }) }
metric "this_quarter" { value = sum(deal.amount, { closed_on = this "quarter" }) }
metric "this_half" { value = sum(deal.amount, { closed_on = this "half" }) }
metric "this_year" { value = sum(deal.amount, { closed_on = this "year" }) }
metric "last_quarter" { value = sum(deal.amount, { closed_on = last "quarter" }) }
metric "last_year" { value = sum(deal.amount, { closed_on = last "year" }) }
metric "same_quarter_a_year_ago" { value = sum(deal.amount, { closed_on = this("quarter", { ago = 4 }) }) }
metric "quarter_starts" { value = start_of("quarter", as_of) }
metric "half_ends" { value = end_of("half", as_of) }
metric "year_ends" { value = end_of("year", as_of) }
