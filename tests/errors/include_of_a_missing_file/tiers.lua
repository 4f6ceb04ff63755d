ladder "tier" {
  level "registered" {},
  level "gold" { requires = { bookings = 150000 } },
}
