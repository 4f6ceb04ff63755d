program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  levels = {}, -- expect error: unknown field 'levels' -- expect hint: write levels without a key: level "gold" { .. }
  level "x" {},
}
