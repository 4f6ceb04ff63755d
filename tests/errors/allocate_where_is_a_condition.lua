program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(usd(500), partner.x, { where = partner.region:is "NA" }), -- expect error: 'where' of 'allocate' is a table of what a partner must meet -- expect hint: where = { tier = at_least "gold" }
}
