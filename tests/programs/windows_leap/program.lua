-- February in leap years: windows and `ago` keep whole months. (sections 3, 6, 7)
program "Leap" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}

metric "month" { value = sum(deal.amount, { closed_on = trailing(1, "months") }) }
metric "year" { value = sum(deal.amount, { closed_on = trailing(12, "months") }) }
metric "year_earlier" { value = ago(metric.year, 12, "months") }
metric "month_a_year_earlier" { value = ago(metric.month, 12, "months") }
