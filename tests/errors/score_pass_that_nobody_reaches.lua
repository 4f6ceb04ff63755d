program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
score "z" {
  { of = partner.n, full = 10, points = 40 },
  { of = partner.n, points = { { 1, 5 }, { 3, 12 } } },
  pass = 53, -- expect error: nobody passes with 53: all parts together earn 52 at most -- expect hint: lower 'pass'
}
score "exactly" { { of = partner.n, full = 10, points = 40 }, pass = 40 }
