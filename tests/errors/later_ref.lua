program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "product" { id = "sku", columns = { family = text } } -- expect error: a source without 'partner' is a reference, which is not available in this version -- expect hint: name the column that ties a row to its partner: partner =
source "deal" {
  partner = "partner_id",
  columns = { amount = money, product = ref "product" }, -- expect error: 'ref' is not available in this version
}
