program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "product" { columns = { family = text } }
source "sale" {
  partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, status = text, po = text, product = ref "product" },
}
metric "a" { value = sum(sale.amount):per("quarter", 4):min() } -- expect error: unknown word 'min' after a colon -- expect hint: the lowest of the groups is :lowest()
metric "b" { value = sum(sale.amount):per("quarter", 4):total() } -- expect error: unknown word 'total' after a colon -- expect hint: the groups are added up by :sum()
metric "c" { value = sum(sale.amount):per("quarter", 4):median() } -- expect error: unknown word 'median' after a colon -- expect hint: groups are folded by :highest(), :lowest(), :sum(), :average() or :count()
metric "d" { value = sum(sale.amount):per("product"):sum() } -- expect error: 'per' needs a fiscal period -- expect hint: for groups by a column write per(sale.product)
metric "e" { value = sum(sale.amount):per(sale.status, sale.product):sum() } -- expect error: 'per' makes groups by one column -- expect hint: leave one of them out, or group by the one and filter by the other
metric "f" { value = sum(sale.amount):per(4, "quarter"):sum() } -- expect error: 'per' takes the period first, then how many -- expect hint: write per("quarter", 4)
incentive "g" { each = sale, pays = usd(1) * count(sale):so_far():within(sale.po) } -- expect error: 'so_far' and 'within' cannot be combined -- expect hint: write one of them
incentive "h" { each = sale, pays = usd(1) * count(sale):within(sale.po):so_far() } -- expect error: 'within' and 'so_far' cannot be combined -- expect hint: write one of them
metric "i" { value = sale.product.famly } -- expect error: source 'product' has no column 'famly' -- expect hint: did you mean 'sale.product.family'?
metric "j" { value = sale.product.family } -- expect error: 'sale.product' has one value a row; here one value a partner is needed -- expect hint: fold them, as in count_distinct(sale.product.family)
metric "k" { value = usd(5):so_far() } -- expect error: 'so_far' follows an aggregate such as sum(..) or count(..) -- expect hint: write sum(deal.amount):so_far()
