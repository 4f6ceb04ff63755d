program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
certification "c" { requires = { partner.tier:like } } -- expect error: 'like' is called -- expect hint: write x:like "SEC-*"
