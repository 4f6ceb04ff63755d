ladder "tier" {
  level "registered" {},
  level "silver" { requires = { bokings = 50000 } }, -- expect error: there is nothing called 'bokings' that could be required -- expect hint: did you mean 'bookings'?
  level "gold" { requires = { bookings = 150000, enginers = 2 } }, -- expect error: there is nothing called 'enginers' that could be required -- expect hint: did you mean 'engineers'?
}
