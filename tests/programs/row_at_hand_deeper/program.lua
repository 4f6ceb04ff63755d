-- The row at hand, where rows of other sources are asked: through settings, two deep, earlier, in choices and
-- bands, in funds, in functions; and errors of the rows that are asked. Evaluated on 2026-06-30.
program "Row at hand, deeper" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { name = text, least = number } }
source "area" { partner = "partner_id", columns = { name = text, need = number, opened_on = date, strict = boolean } }
source "person" { partner = "partner_id", columns = { who = text, area = text, level = number } }
source "exam" {
  partner = "partner_id", happened_on = "passed_on",
  columns = { who = text, area = text, passed_on = date, points = number },
}
source "claim" { partner = "partner_id", columns = { area = text, amount = money } }
setting "needed" { value = area.need }
setting "per_level" { value = 10 }

-- A setting made of the row's columns, here and inside of another source's filter
metric "covered" { value = count(area, { exists(person, { area = area.name, level = at_least(setting.needed) }) }) }
metric "needs" { value = sum(setting.needed) }
-- Two deep: areas of which somebody has an exam that another area's people lack
metric "examined" {
  value = count(area, { exists(person, { area = area.name, exists(exam, { who = person.who, area = area.name }) }) }),
}
-- The inner source's name means the inner row: areas with a namesake that needs more
metric "outdone" { value = count(area, { exists(claim, { area = area.name, count(area, { name = claim.area, need = above(1) }):at_least(1) }) }) }
-- What only the row at hand says, in the filter of another's rows
metric "strict_people" { value = sum(count(person, { area.strict, area = area.name })) }
-- Rows after the row at hand's own date; earlier evaluations
metric "since_opened" { value = sum(count(exam, { area = area.name, passed_on = at_least(area.opened_on) })) }
metric "before" { value = sum(ago(count(exam, { area = area.name }), 1, "months")) }
-- Choices and bands of the row at hand, inside
metric "weighed" { value = sum(sum(person.level * by(area.name, { cloud = 2, default = 1 }), { area = area.name })) }
metric "banded" { value = sum(sum(person.level * band(area.need, { { 1, 10 }, { 2, 100 } }), { area = area.name })) }
metric "chosen" { value = sum(count(person, { area = area.name, level = at_least(when(area.strict, 3, 1)) })) }
-- Partner values beside
metric "enough" { value = count(area, { count(person, { area = area.name, level = at_least(partner.least) }):at_least(metric.needs - 2) }) }
-- Among rows of the inner source, and groups
metric "leaders" { value = count(area, { exists(person, { area = area.name, person.level:is(highest(person.level):within(person.area)), level = above(area.need) }) }) }
metric "both" { value = sum(sum(person.level, { area = area.name }):per(person.who):highest()) }
metric "levels_within" { value = sum(count(person, { sum(person.level, { level = at_least(area.need) }):within(person.who):at_least(3) })) }

incentive "by_area" {
  each = area,
  where = { exists(person, { area = area.name }) },
  pays = usd(1) * setting.per_level * sum(person.level, { area = area.name }),
}
fund "mdf" {
  accrues = usd(1000), claims = claim,
  amount = min(claim.amount, usd(50) * count(person, { area = claim.area })),
  approves = { exists(area, { name = claim.area, exists(person, { area = area.name, level = at_least(area.need) }) }) },
  shares = { vendor = percent(100) },
}
incentive "functional" { each = area, pays = function(row, p) return row.need end }
