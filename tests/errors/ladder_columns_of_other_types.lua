program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  current = partner.n, -- expect error: this is a number, but a text is needed here -- expect hint: declare it so: n = text
  protected_until = partner.region, -- expect error: this is a text, but a date is needed here -- expect hint: declare it so: region = date
  level "x" {},
}
