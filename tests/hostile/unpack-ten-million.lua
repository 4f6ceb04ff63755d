-- tries: to overflow the stack with values
-- expect: at most 1000 values at once
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local n = select("#", table.unpack({}, 1, 10000000))
