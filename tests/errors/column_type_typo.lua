program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  columns = { amount = mony, status = text }, -- expect error: unknown word 'mony' -- expect hint: did you mean 'money'?
}
