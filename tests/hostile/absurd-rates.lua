-- tries: rates of exchange that are none
-- expect: a rate is above 0
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
fx { fixed = { EUR = 0, GBP = -1, CHF = 1e18 }, inverse = true }
source "partner" { id = "id", columns = { x = number } }
