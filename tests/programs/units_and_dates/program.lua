-- What has which unit after an operation, and dates through every word, in a year that starts on 28 July. (section 3)
program "U" { currency = "USD", year_starts="07-28" }
source "partner" { id = "id", columns = { name=text, d1 = date, d2 = date, mm = money, nn = number, ok=boolean, region=text } }
metric "pct" { unit="percent", value = partner.nn }
metric "money_times_pct" { value = partner.mm * metric.pct }
metric "pct_by_x" { value = metric.pct * partner.nn }
metric "pct_by_pct" { value = metric.pct * percent(50) }
metric "pct_by_money_by_x" { value = 2 * (partner.mm * 3) }
metric "money_div_money" { value = partner.mm / usd(2) }
metric "money_div_x" { value = partner.mm / partner.nn }
metric "pct_div_pct" { value = metric.pct / percent(1) }
metric "pct_div_x" { value = metric.pct / 2 }
metric "x_div_money" { value = partner.nn / partner.mm }
metric "x_div_pct" { value = partner.nn / percent(50) }
metric "days" { value = days_between(partner.d1, partner.d2) }
metric "months" { value = months_between(partner.d1, partner.d2) }
metric "days_div" { value = metric.days / metric.days }
metric "text" { value = partner.region }
metric "dt" { value = partner.d1 + days(60) }
metric "dm" { value = partner.d1 + months(1) }
metric "dmm" { value = partner.d1 - months(3) }
metric "sq" { value = start_of("quarter", partner.d1) }
metric "eq" { value = end_of("quarter", partner.d1) }
metric "sy" { value = start_of("year", partner.d1) }
metric "ey" { value = end_of("year", partner.d1) }
metric "sm" { value = start_of("month", partner.d1) }
metric "em" { value = end_of("month", partner.d1) }
metric "sh" { value = start_of("half", partner.d1) }
metric "eh" { value = end_of("half", partner.d1) }
metric "mn" { value = min(partner.d1, partner.d2, "2026-03-01") }
metric "mx" { value = max(partner.d1, as_of) }
metric "bool" { value = partner.d1:before("2026-02-01") }
metric "isbool" { value = when(metric.bool, "early", "late") }
metric "wd" { value = when(partner.ok, partner.d1, partner.d2) }
metric "wt" { value = by(partner.region, { NA = date "2026-01-01", default = as_of }) }
metric "ord" { value = or_else(partner.d1, as_of) }
metric "mxn" { value = max(partner.mm, 0) }
metric "ab" { value = abs(partner.mm - 100) }
metric "nega" { value = -partner.mm }
metric "daysn" { value = partner.d1 + days(partner.nn) }
metric "dmn" { value = partner.d1 + months(0 - partner.nn) }
-- A setting in days moves a date as days(..) does, named so or not.
setting "notice" { unit = "days", value = 30 }
metric "notice_over" { value = partner.d1 + days(setting.notice) }
metric "notice_over_too" { value = partner.d1 + setting.notice }
