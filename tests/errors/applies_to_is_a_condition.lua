program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" {
  applies_to = partner.region:is "NA", -- expect error: wants a table of conditions -- expect hint: write applies_to = { region = "NA" }
  level "x" {},
}
ladder "m" {
  applies_to = partner.n:at_least(5), -- expect error: wants a table of conditions -- expect hint: write applies_to = { n = at_least(..) }
  level "y" {},
}
