-- Levels above keep a benefit unless they name it again; of several sources the largest number. (section 9)
program "Benefits" { currency = "USD" }
source "partner" { id = "id", columns = { sales = money, people = number, tier = text, plan_on = date } }
metric "volume" { value = partner.sales }
metric "staff" { unit = "count", value = partner.people }

ladder "tier" {
  current = partner.tier,
  level "silver" { requires = { volume = 100 }, gives = { discount = percent(10), support = "mail" } },
  level "gold" { requires = { volume = 200 }, gives = { discount = percent(15), support = "phone" } },
  level "platinum" { requires = { volume = 300 }, gives = { discount = percent(12) } },
}
certification "cloud" { requires = { staff = 2 }, gives = { discount = percent(13), badge = "Cloud" } }
obligation "planning" { requires = { plan_on = at_least(as_of - days(30)) }, gives = { badge = "Cloud" } }
