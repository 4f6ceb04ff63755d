program "Families" { currency = "USD" }
source "partner" {
  id = "id",
  parent = "belongs_too", -- expect error: table 'partner' has no column 'belongs_too' -- expect hint: did you mean 'belongs_to'?
  columns = { name = text },
}
