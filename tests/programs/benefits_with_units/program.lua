-- A plain number beside one with a unit takes the unit, wherever the benefit is given; levels of one ladder replace
-- each other and may give different kinds. Money is compared with money: 50 is more than $10. (sections 3 and 9)
program "Benefits with units" { currency = "USD" }
source "partner" { id = "id", columns = { n = number } }
metric "staff" { unit = "count", value = partner.n }

certification "five" { requires = { staff = 5 }, gives = { mdf = usd(10), seats = 3, plain = 7 } }
certification "one" { requires = { staff = 1 }, gives = { mdf = 50, seats = metric.staff, plain = 2.5 } }
ladder "tier" {
  level "in" { gives = { mdf = 0, off = "none" } },
  level "up" { requires = { staff = 5 }, gives = { mdf = 0.5 + partner.n, off = percent(5) } },
}
