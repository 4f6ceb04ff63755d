-- Trailing windows count from the day after as_of: month ends are whole months. (section 7)
-- Every amount is a power of two: a sum tells which deals were in the window.
program "Trailing" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}

metric "month" { value = sum(deal.amount, { closed_on = trailing(1, "months") }) }
metric "month_before" { value = sum(deal.amount, { closed_on = trailing(1, "months", { ago = 1 }) }) }
metric "quarter" { value = sum(deal.amount, { closed_on = trailing(1, "quarters") }) }
metric "week" { value = sum(deal.amount, { closed_on = trailing(1, "weeks") }) }
metric "two_days" { value = sum(deal.amount, { closed_on = trailing(2, "days") }) }
metric "year" { value = sum(deal.amount, { closed_on = trailing(1, "years") }) }
metric "month_earlier" { value = ago(metric.month, 1, "months") }
