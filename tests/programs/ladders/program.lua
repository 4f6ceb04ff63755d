-- The highest level whose requirements are all met; cumulative levels also need those below. (section 9)
program "Ladders" { currency = "USD" }
source "partner" { id = "id", columns = { sales = money, people = number, tier = text, plan_on = date } }
metric "volume" { value = partner.sales }
metric "staff" { unit = "count", value = partner.people }

ladder "tier" {
  current = partner.tier,
  level "silver" { requires = { volume = 100, staff = 2 } },
  level "gold" { requires = { volume = 200 } },
}
ladder "strict" {
  cumulative = true,
  level "bronze" {},
  level "silver" { requires = { volume = 100, staff = 2 } },
  level "gold" { requires = { volume = 200 } },
}
ladder "segment" {
  applies_to = { sales = at_least(200) },
  level "key" { requires = { tier = at_least "silver" } },
}
incentive "bonus" { pays = by(ladder.tier, { none = usd(1), silver = usd(2), gold = usd(3) }) }
