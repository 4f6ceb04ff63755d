program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
certification "c" {
  requires = { partner.tier:gold }, -- expect error: 'gold' is called -- expect hint: for a value write :is "gold"
}
