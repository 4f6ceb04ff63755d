-- What a requirement may say: numbers mean at least, dates on or after, texts and booleans equal. (section 8)
program "Requirements" { currency = "USD" }
source "partner" { id = "id", columns = { sales = money, people = number, region = text, plan_on = date, active = boolean } }
metric "volume" { value = partner.sales }
metric "staff" { unit = "count", value = partner.people }

metric "margin" { unit = "percent", value = partner.people / 100 }
certification "amount_line" { requires = { volume = 100 } }
certification "date_line" { requires = { plan_on = date "2026-01-15" } }
certification "date_as_text" { requires = { plan_on = "2026-01-15" } }
certification "text_line" { requires = { region = "NA" } }
certification "boolean_line" { requires = { active = true } }
certification "percent_line" { requires = { margin = percent(2) } }
certification "between_line" { requires = { volume = between(100, 200) } }
certification "either" { requires = { any_of { { volume = 200 }, { staff = 5 } } } }
certification "two_of" { requires = { n_of(2, { { volume = 100 }, { staff = 5 }, { region = "NA" } }) } }
certification "neither" { requires = { none_of { { volume = 200 }, { staff = 5 } } } }
certification "both" { requires = { all_of { { volume = 100 }, { staff = 1 } }, metric.staff:below(5) } }
certification "on_top" { requires = { amount_line = true, neither = false } }
