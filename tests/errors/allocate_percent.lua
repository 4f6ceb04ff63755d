program "Budgets" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, x = number } }
incentive "part" {
  pays = allocate(percent(5), partner.x), -- expect error: 'allocate' divides money or a number, not a percent -- expect hint: percent(2) * total(metric.bookings)
}
