program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  current = "tier", -- expect error: wants a column of partner, not a text -- expect hint: write partner.tier, without quotes
  level "x" {},
}
