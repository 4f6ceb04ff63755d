program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  current = partner.tier, at_risk_since = partner.d,
  grace = days(-1), -- expect error: 'grace' is below 0 -- expect hint: days(90)
  level "x" {},
}
