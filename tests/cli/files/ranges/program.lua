program "Ranges" { version = "1", currency = "USD" }

source "partner" { id = "id", columns = { n = number, region = text } }

setting "day" { value = date "2026-05-05", range = { "2026-01-01", "2026-12-31" }, step = days(7) }
setting "line" { value = dated { ["2026-01-01"] = 3, ["2027-01-01"] = 4 }, range = { 1, 5 }, step = 2 }
setting "rate" {
    value = by(partner.region, { NA = percent(2), default = percent(3) }),
    range = { percent(1), percent(4) },
}
setting "wait" { value = days(30), range = { days(10), days(90) } }

metric "reaches" { value = when(partner.n:at_least(setting.line), 1, 0) }
metric "left" { value = days_between(as_of, setting.day) + setting.wait }
incentive "paid" { pays = usd(100) * partner.n * setting.rate * metric.reaches }
