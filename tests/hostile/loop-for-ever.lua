-- tries: to run without end
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

while true do end
