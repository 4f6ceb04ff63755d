-- tries: to write out numbers of 300 digits for ever
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

while true do string.format("%99.99f", 1e308) end
