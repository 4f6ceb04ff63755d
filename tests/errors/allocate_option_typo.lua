program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(500, partner.x, { at_last = 5 }), -- expect error: 'allocate' takes no 'at_last' -- expect hint: did you mean 'at_least'?
}
