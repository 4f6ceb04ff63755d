-- tries: to let results depend on the time of day
-- expect: cannot reach the system
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

if os.time() % 2 == 0 then metric "extra" { value = 1 } end
