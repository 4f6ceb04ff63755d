program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
metric "part" {
  value = allocate(usd(500), partner.x, { where = { part = 100 } }), -- expect error: these need each other in a circle: part -> part -- expect hint: let one of them stand on its own
}
