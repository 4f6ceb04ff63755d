program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(usd(500), partner.x, { where = { regoin = "NA" } }), -- expect error: there is nothing called 'regoin' that could be required -- expect hint: did you mean 'region'?
}
