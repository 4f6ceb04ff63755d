program "Families" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  parent = "above", -- expect error: only source 'partner' has a 'parent' -- expect hint: leave it out
  columns = { amount = money },
}
