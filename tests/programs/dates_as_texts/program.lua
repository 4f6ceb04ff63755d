-- Text where a date is expected is a date; days(..) may stand in a setting or before the date. (section 3)
program "Dates as texts" { currency = "USD", year_starts = "02-01" }
source "partner" { id = "id", columns = { joined = date, early = boolean, region = text } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date } }

setting "start" { value = "2026-01-31" }
setting "grace" { value = days(30) }
setting "back" { value = 2 }
metric "month_later" { value = "2026-01-31" + months(1) }
metric "from_setting" { value = setting.start + months(1) }
metric "span_first" { value = days(10) + partner.joined }
metric "grace_ends" { value = partner.joined + setting.grace }
metric "before" { value = partner.joined - months(setting.back) }
metric "branch" { value = when(partner.early, "2026-01-01", partner.joined) }
metric "by_region" { value = by(partner.region, { NA = "2026-01-01", default = partner.joined }) }
metric "otherwise" { value = or_else(partner.joined, "2026-03-01") }
metric "first_given" { value = or_else("2026-03-01", partner.joined) }
metric "earliest" { value = min("2026-02-01", "2025-12-31", setting.start) }
metric "latest" { value = max(partner.joined, setting.start) }
metric "apart" { value = days_between(setting.start, "2026-03-01") }
metric "months_on" { value = months_between("2026-01-31", "2026-02-28") }
metric "months_back" { value = months_between("2026-02-28", "2026-01-31") }
metric "year_from" { value = start_of("year", "2026-01-31") }
metric "year_to" { value = end_of("year", as_of) }
metric "half_to" { value = end_of("half", as_of) }
metric "in_force" { value = dated(setting.start, { ["2026-01-31"] = 5, ["2026-02-01"] = 6 }) }
metric "deals_since" { value = count(deal, { day = at_least(setting.start) }) }
metric "deals_between" { value = count(deal, { day = between(setting.start, "2026-02-01") }) }
metric "deals_last_days" { value = count(deal, { day = since(as_of - days(28)) }) }
metric "on_the_day" { unit = "count", value = when(partner.joined:one_of { setting.start, "2024-02-29" }, 1, 0) }
