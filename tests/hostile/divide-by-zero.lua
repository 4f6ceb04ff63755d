-- tries: to end the process by a division
-- expect: a division by zero
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local n = math.mininteger // -1
n = 1 // 0
