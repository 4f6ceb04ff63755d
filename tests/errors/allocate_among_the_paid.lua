program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "first" { pays = 5 }
metric "second" {
  value = allocate(total(incentive.first), partner.x), -- expect error: ladder 'tier' depends on incentive 'first', but what is paid may not decide who stands where
}
ladder "tier" {
  level "gold" { requires = { second = 5 } },
}
