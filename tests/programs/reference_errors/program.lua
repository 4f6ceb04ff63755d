-- A reference's wrong cells are errors of those who need them; its future rows are not there. (sections 3, 7 and 9)
program "Errors of references" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, wants = number } }
source "deal" { partner = "partner_id", columns = { amount = money, product = ref "product" } }
source "product" {
  happened_on = "listed_on",
  columns = { price = money, maker = ref "maker", listed_on = date, sold = boolean },
}
source "maker" { columns = { points = number } }
source "plain" { columns = { n = number, kept = boolean } }
source "bad" { columns = { n = number } }

metric "prices" { value = sum(deal.product.price) }
metric "points" { value = sum(deal.product.maker.points) }
metric "sold" { value = count(product, { sold = true }) }
metric "few" { value = sum(plain.n, { kept = true }) }
metric "all" { value = when(partner.wants:is(1), sum(bad.n), 0) }
