-- Sources that belong to no partner, and columns that reach their rows. (sections 3 and 9)
program "References" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, area = ref "area", factor = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = ref "product", kind = column("category", ref "category") },
}
source "credential" { partner = "partner_id", columns = { person = text, area = text } }
source "product" { columns = { family = text, price = money, maker = ref "maker", listed_on = date, sold = boolean } }
source "maker" { id = "code", columns = { country = ref "country" } }
source "country" { id = "code", columns = { region = text } }
source "category" { id = "no", columns = { rate = number } }
source "area" { id = "name", columns = { name = text, least = number, weight = number } }
source "quota" { happened_on = "starts_on", columns = { starts_on = date, amount = money } }

metric "security" { value = sum(deal.amount, { deal.product.family:is "SEC" }) }
metric "asian" { value = count(deal, { deal.product.maker.country.region:is "ASIA" }) }
metric "maker_itself" { value = count(deal, { product = one_of { "P1", "P3" } }) }
metric "list_price" { value = sum(deal.product.price) }
metric "by_family" { value = sum(deal.amount * by(deal.product.family, { SEC = percent(10), default = percent(1) })) }
metric "rated" { value = sum(deal.amount * deal.kind.rate) }
metric "families" { value = count_distinct(deal.product.family) }
metric "least_here" { value = partner.area.least }
metric "products" { value = count(product) }
metric "cheap" { value = count(product, { price = below(100), sold = true }) }
metric "dear" { value = sum(product.price * partner.factor, { price = at_least(100) }) }
metric "quotas" { value = sum(quota.amount) }
metric "covered" { value = count(area, { exists(credential, { area = area.name }) }) }
metric "weighted" { value = sum(area.weight * count(credential, { area = area.name })) }
metric "enough" { value = count(area, { count(credential, { area = area.name }):at_least(area.least) }) }
metric "some_area" { value = exists(area, { name = "net" }) }
metric "other_area" { value = exists(area, { name = "sea" }) }

incentive "rebate" {
  each = deal,
  where = { deal.product.sold },
  pays = percent(1) * deal.product.price,
  cap = { product = 3 },
}
