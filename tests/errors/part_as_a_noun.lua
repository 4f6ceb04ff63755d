program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
score "s" {
  part "x" { of = partner.n, full = 5, points = 5 }, -- expect error: unknown word 'part' -- expect hint: a part is a table without a name
}
