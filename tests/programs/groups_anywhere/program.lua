-- Groups inside other words: in a quotient, under ago, in when, requirements, bands and a row of a rule; the current
-- period and whole ones, by another date, folded by what varies. Amounts are powers of two. (section 6)
program "T" { currency = "USD", year_starts="04-01" }
source "partner" { id = "id", columns = { name=text, n = number } }
source "sale" { partner = "pid", happened_on="on", columns = { amount = money, on=date, class=text, paid=date, size=number } }
metric "q4" { value = sum(sale.amount):per("quarter", 4):lowest() }
metric "q1" { value = sum(sale.amount):per("quarter", 1):sum() }
metric "q_ago" { value = sum(sale.amount):per("quarter", 2, {ago=2}):sum() }
metric "y" { value = sum(sale.amount):per("year", 2):highest() }
metric "m" { value = sum(sale.amount, { class = "a" }):per("month", 3):count(above(0)) }
metric "fold_ratio" { value = sum(sale.amount):per("quarter", 2):highest() / sum(sale.amount):per("quarter", 2):sum() }
metric "cnt_all" { value = count(sale):per(sale.class):count() }
metric "cls_avg" { value = sum(sale.amount):per(sale.class):average(at_least(10)) }
metric "cls_low" { value = sum(sale.amount):per(sale.class):lowest(between(5,20)) }
metric "by_n" { value = sum(sale.amount):per(sale.class):count(at_least(partner.n)) }
metric "fil" { value = sum(sale.amount, { on = trailing(1,"years") }):per(sale.class):sum() }
metric "paidq" { value = sum(sale.amount):per(sale.paid, "quarter", 2):sum() }
metric "fut" { value = sum(sale.amount):per(sale.paid, "quarter", 1):sum() }
metric "ago_per" { value = ago(sum(sale.amount):per("quarter", 1):sum(), 1, "days") }
metric "two" { value = when(sum(sale.amount):per("quarter", 2):lowest():at_least(4), "steady", "not") }
ladder "l" { level "a" { requires = { sum(sale.amount):per("quarter", 4):count(above(0)):at_least(3) } } }
incentive "best" { pays = marginal(sum(sale.amount):per("quarter", 4):highest(), { {0, percent(10)} }) }
incentive "each" { each = sale, where = { on = this "quarter" }, pays = sale.amount / sum(sale.amount):per("quarter",1):sum() * usd(100) }
