-- One benefit of several sources: the largest number counts, no value gives way, different texts are an error; a
-- ladder that does not apply, a certification that is not held and an obligation that is due give nothing. (section 9)
program "Benefits together" { currency = "USD" }
source "partner" {
  id = "id",
  columns = {
    kind = text, sales = money, people = number, seats = number, plan = boolean, tier = text, open_to = date,
    region = text,
  },
}
metric "volume" { value = partner.sales }

ladder "tier" {
  applies_to = { kind = "var" },
  current = partner.tier,
  level "silver" {
    requires = { volume = 100 },
    gives = { support = "mail", discount = percent(10), seats = partner.seats, credit = partner.seats },
  },
  level "gold" { requires = { volume = 200 }, gives = { discount = percent(5), open_to = partner.open_to } },
}
ladder "size" {
  level "small" {},
  level "large" { requires = { volume = 200 }, gives = { discount = percent(7), open_to = date "2026-06-30" } },
}
certification "cloud" {
  requires = { people = at_least(2) },
  gives = { support = "phone", seats = 3, portal = true, desk = by(partner.region, { N = 1, E = 2 }) },
}
obligation "planning" { requires = { plan = true }, gives = { portal = false, desk = 1, seats = 4, credit = -1 } }
obligation "naming" { requires = { kind = "odd" }, gives = { support = "odd" } }
