-- A part earns x × n ÷ full, between 0 and n, or the points of its band; without a value it earns 0. A score is
-- passed with at least `pass` and every part above `each_above`. (section 9)
program "Scores" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { sales = money, target = money, people = number, region = text, churn = number },
}
metric "volume" { value = partner.sales }
metric "double" { value = 2 * score.fit }

score "fit" {
  title = "Ideal partner",
  { title = "Volume", of = metric.volume, full = usd(3000), points = 40 },
  { title = "People", of = partner.people, points = { { 1, 5 }, { 3, 12 }, { 10, 40 } } },
  pass = 30, each_above = 4,
}
score "plan" { { of = metric.volume, full = partner.target, points = 3 } }
score "thirds" {
  { of = partner.people, full = 3, points = 1 },
  { of = partner.people, full = 3, points = 1 },
  { of = partner.people, full = 3, points = 1 },
  pass = 1,
}
score "risk" { { of = partner.churn, full = -10, points = -20 }, each_above = -10 }
score "place" { { of = by(partner.region, { N = 1 }), full = 1, points = 5 }, pass = 5 }

ladder "standing" {
  level "low" {},
  level "counted" { requires = { fit = 20 } },
  level "passed" { requires = { fit = true } },
}
certification "unfit" { requires = { fit = false } }
certification "little" { requires = { fit = at_most(20) } }
certification "safe" { requires = { risk = true } }
incentive "bonus" { pays = when(score.fit:at_least(20), usd(1) * score.fit, 0) }
