program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(500, partner.x, { at_least = 50, at_most = 40 }), -- expect error: nobody can get at_least and no more than at_most -- expect hint: at_least is the lower
}
