program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  currency = "currency_code", -- expect error: 'currency' of source is not available in this version
  columns = { amount = money, currency_code = text },
}
