-- Aggregates for each group of rows, and what is made of the groups. Fiscal quarters begin on the first of
-- February, May, August and November; evaluated on 2026-03-10.
program "Groups" { version = "1", currency = "USD", year_starts = "02-01" }
source "partner" { id = "id", columns = { name = text, line = money } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, paid_on = date, amount = money, class = text, size = number, new = boolean, person = text },
}
source "area" { partner = "partner_id", columns = { name = text } }
source "person" { partner = "partner_id", columns = { area = text, who = text, points = number } }
setting "least" { value = usd(300) }

-- By periods of happened_on
metric "quarters_lowest" { value = sum(sale.amount):per("quarter", 4):lowest() }
metric "quarters_highest" { value = sum(sale.amount):per("quarter", 4):highest() }
metric "quarters_sum" { value = sum(sale.amount):per("quarter", 4):sum() }
metric "quarters_average" { value = sum(sale.amount):per("quarter", 4):average() }
metric "quarters_all" { value = sum(sale.amount):per("quarter", 4):count() }
metric "quarters_busy" { value = count(sale):per("quarter", 4):count(above(0)) }
metric "quarters_idle" { value = count(sale):per("quarter", 4):count(is(0)) }
metric "whole_ones" { value = sum(sale.amount):per("quarter", 4, { ago = 1 }):sum() }
metric "whole_lowest" { value = sum(sale.amount):per("quarter", 2, { ago = 1 }):lowest() }
metric "mean_of_means" { value = average(sale.amount):per("quarter", 4):average() }
metric "means" { value = average(sale.amount):per("quarter", 4):count() }
metric "no_means" { value = average(sale.amount):per("quarter", 4):count(absent) }
metric "other_means" { value = average(sale.amount):per("quarter", 4):count(is_not(150)) }
metric "months" { value = count(sale):per("month", 2):sum() }
metric "halves" { value = sum(sale.amount):per("half", 2):highest() }
metric "years" { value = sum(sale.amount):per("year", 2):lowest() }
metric "earlier" { value = ago(metric.quarters_sum, 3, "months") }
-- By those of another date
metric "paid" { value = sum(sale.amount):per(sale.paid_on, "quarter", 2):highest() }
metric "paid_whole" { value = sum(sale.amount):per(sale.paid_on, "quarter", 1, { ago = 1 }):sum() }
-- By a column
metric "classes" { value = count(sale):per(sale.class):count() }
metric "large_classes" { value = sum(sale.amount):per(sale.class):sum(at_least(setting.least)) }
metric "largest_class" { value = sum(sale.amount):per(sale.class):highest() }
metric "above_line" { value = sum(sale.amount):per(sale.class):count(above(partner.line)) }
metric "middling" { value = sum(sale.amount):per(sale.class):count(all_of { at_least(200), below(400) }) }
metric "sizes" { value = count(sale):per(sale.size):count() }
metric "both_kinds" { value = sum(sale.amount):per(sale.new):average() }
metric "days" { value = count(sale):per(sale.sold_on):highest() }
metric "by_month" { value = count(sale):per(start_of("month", sale.sold_on)):count() }
metric "doubled" { value = count(sale):per(when(sale.amount:at_least(200), "large", "small")):highest() }
metric "medians" { value = median(sale.amount):per(sale.class):sum() }
metric "newest" { value = latest(sale.amount, sale.sold_on):per(sale.class):sum() }
metric "last_days" { value = latest(sale.sold_on, sale.sold_on):per(sale.class):lowest() }
metric "people" { value = count_distinct(sale.person):per(sale.class):highest() }
metric "with_new" { value = exists(sale, { new = true }):per(sale.class):count(is(true)) }
-- From the row at hand, and of the partner as a whole
incentive "of_area" { each = area, pays = usd(1) * sum(person.points, { area = area.name }):per(person.who):highest() }
incentive "of_partner" { each = area, pays = usd(10) * count(person):per(person.who):count(at_least(2)) }
incentive "steady" { requires = { sum(sale.amount):per("quarter", 2):lowest():at_least(300) }, pays = usd(7) }
