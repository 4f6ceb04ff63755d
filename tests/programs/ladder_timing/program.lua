-- A level is what a partner qualifies for as far as the ladder's timing allows; `held` says what kept it. No level is
-- a step below the first; who stands nowhere is free to start anywhere. (section 9)
program "Ladder timing" { currency = "USD", year_starts = "02-01" }
source "partner" {
  id = "id",
  columns = { sales = money, tier = text, safe_on = date, risk_on = date, pace = number },
}
metric "volume" { value = partner.sales }

local function ladder_with(name, fields)
  fields.current = partner.tier
  fields[1] = level "bronze" { requires = { volume = 10 }, gives = { [name .. "_gift"] = 1 } }
  fields[2] = level "silver" { requires = { volume = 100 } }
  fields[3] = level "gold" { requires = { volume = 200 }, gives = { [name .. "_gift"] = 2 } }
  fields[4] = level "platinum" { requires = { volume = 300 } }
  return ladder(name)(fields)
end

ladder_with("free", { promotes = "always", demotes = "always" })
ladder_with("fixed", { promotes = "never", demotes = "never" })
ladder_with("ends", { promotes = at_end_of "quarter", demotes = at_end_of "half" })
ladder_with("years", { promotes = at_end_of "month", demotes = at_end_of "year" })
ladder_with("dates", { promotes = on { "01-15", "07-15" }, demotes = on { "02-29" } })
ladder_with("steps", { steps_up = 1, steps_down = 2 })
ladder_with("paced", { steps_up = partner.pace })
ladder_with("safe", { protected_until = partner.safe_on })
ladder_with("calm", { grace = days(90), at_risk_since = partner.risk_on })
ladder_with("monthly", { grace = months(3), at_risk_since = partner.risk_on })
ladder_with("strict", {
  promotes = "never", steps_up = 1,
  protected_until = partner.safe_on, grace = days(90), at_risk_since = partner.risk_on,
  demotes = "never", steps_down = 1,
})
ladder_with("soft", {
  protected_until = partner.safe_on, grace = days(90), at_risk_since = partner.risk_on, steps_down = 1,
})
ladder_with("promised", { steps_up = 2, guarantees = end_of("year", as_of) })

incentive "bonus" {
  pays = by(ladder.steps, { none = usd(1), bronze = usd(2), silver = usd(3), gold = usd(4), platinum = usd(5) }),
}
