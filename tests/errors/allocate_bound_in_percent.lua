program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(usd(500), partner.x, { at_most = percent(40) }), -- expect error: a bound of 'allocate' mixes a percent with money
}
