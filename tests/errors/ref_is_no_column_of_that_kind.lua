program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "product" { id = "id", columns = { family = text, maker = ref "maker" } }
source "maker" { id = "id", columns = { country = text } }
source "deal" { partner = "partner_id", columns = { amount = money, kind = text, product = ref "product" } }
metric "a" { value = count(deal, { deal.kind.family:is "SEC" }) } -- expect error: 'deal.kind' leads to no other source -- expect hint: declare the column as ref
metric "b" { value = count(deal, { deal.product.famly:is "SEC" }) } -- expect error: source 'product' has no column 'famly' -- expect hint: did you mean 'deal.product.family'?
metric "c" { value = count(deal, { deal.product.maker.county:is "JP" }) } -- expect error: source 'maker' has no column 'county' -- expect hint: did you mean 'deal.product.maker.country'?
metric "d" { value = count(deal, { deal.product.family.name:is "JP" }) } -- expect error: 'deal.product.family' leads to no other source
metric "e" { value = sum(deal.product.family) } -- expect error: 'sum' needs numbers, but this is a text
metric "f" { value = deal.product.family } -- expect error: 'deal.product' has one value a row; here one value a partner is needed
