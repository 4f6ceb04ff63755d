-- this and last of each period, also some periods back, where the year starts on the 28th: the matching day is
-- found as in ago, from the day after as_of, so that month ends match month ends; it is never before the
-- period's first day. Rows of `day` are the days of five years; a list, so those after as_of count too.
program "By period" { currency = "USD", year_starts = "07-28" }
source "partner" { id = "id", columns = { name = text } }
source "day" { partner = "partner_id", columns = { on = date } }

metric "this_month" { value = highest(day.on, { on = this "month" }) }
metric "month_begins" { value = lowest(day.on, { on = this "month" }) }
metric "month_back" { value = highest(day.on, { on = this("month", { ago = 1 }) }) }
metric "month_back_begins" { value = lowest(day.on, { on = this("month", { ago = 1 }) }) }
metric "four_quarters_back" { value = highest(day.on, { on = this("quarter", { ago = 4 }) }) }
metric "four_quarters_back_begins" { value = lowest(day.on, { on = this("quarter", { ago = 4 }) }) }
metric "as_then" { value = ago(highest(done.on, { on = this "quarter" }), 4, "quarters") }
metric "year_back" { value = highest(day.on, { on = this("year", { ago = 1 }) }) }
metric "half_begins" { value = lowest(day.on, { on = this "half" }) }
metric "last_half" { value = count(day, { on = last "half" }) }
metric "last_half_begins" { value = lowest(day.on, { on = last "half" }) }
metric "last_month_a_year_ago" { value = lowest(day.on, { on = last("month", { ago = 12 }) }) }
metric "its_end" { value = highest(day.on, { on = last("month", { ago = 12 }) }) }
metric "last_quarter_begins" { value = lowest(day.on, { on = last "quarter" }) }
metric "last_quarter_ends" { value = highest(day.on, { on = last "quarter" }) }
metric "last_year" { value = count(day, { on = last "year" }) }
metric "two_years_back" { value = lowest(day.on, { on = last("year", { ago = 1 }) }) }
source "done" { from = "day", partner = "partner_id", happened_on = "on", columns = { on = date } }
