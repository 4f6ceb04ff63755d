-- A table that says only what holds for everybody else holds for everybody. (4)
program "Default alone" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number } }
ladder "tier" { applies_to = { region = "NA" }, level "base" { requires = { people = 2 } } }
metric "by_region" { value = by(partner.region, { default = 9 }) }
metric "by_tier" { value = by(ladder.tier, { default = 7 }) }
-- parts of a fund are values like others
fund "mdf" { accrues = usd(100), opening = usd(5) }
incentive "from_fund" { pays = fund.mdf.balance + fund.mdf.opening + fund.mdf.accrued + fund.mdf }
