-- tries: to report endless problems
-- expect: more than 1000 problems
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

while true do local x = os.exit(1) end
