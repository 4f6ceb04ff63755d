-- The very days of grace in months, of halves and years that begin in April, and of a guarantee; a wrong cell, or no
-- whole number of steps, takes the level from those alone for whom it decides; rebates go by the level held. (section 9)
program "Standing edges" { currency = "USD", year_starts = "04-01" }
source "partner" {
  id = "id",
  columns = { sales = money, tier = text, risk_on = date, safe_on = date, kind = text, pace = number },
}
metric "volume" { value = partner.sales }

local function ladder_with(name, fields)
  fields.current = partner.tier
  fields[1] = level "low" { requires = { volume = 10 } }
  fields[2] = level "mid" { requires = { volume = 100 } }
  fields[3] = level "top" { requires = { volume = 200 } }
  return ladder(name)(fields)
end
ladder_with("half", { promotes = at_end_of "half" })
ladder_with("year", { promotes = at_end_of "year" })
ladder_with("quarter", { promotes = at_end_of "quarter" })
ladder_with("months3", { grace = months(3), at_risk_since = partner.risk_on })
ladder_with("down1", { steps_down = 1 })
ladder_with("up1", { steps_up = 1, guarantees = as_of + days(10) })
ladder_with("promised", { steps_up = 1, guarantees = when(partner.kind:is "x", date "2026-12-31", partner.safe_on) })
ladder_with("safe", { protected_until = partner.safe_on })
ladder_with("paced", { steps_up = partner.pace, steps_down = partner.pace })

incentive "rebate" {
  pays = marginal(usd(1000), {
    { 0, percent(1) }, { 500, by(ladder.months3, { none = percent(0), low = percent(2), mid = percent(3), top = percent(4) }) },
  }),
}
