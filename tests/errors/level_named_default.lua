program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  level "default" {}, -- expect error: 'default' means every other level in by(..) and cannot name one
}
