program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
certification "c" {
  requires = { partner.tier:absent, n = 5 }, -- expect error: 'absent' is called, with its values in brackets -- expect hint: write x:absent()
}
