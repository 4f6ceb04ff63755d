-- tries: to end the process that evaluates
-- expect: cannot reach the system
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

os.exit(77, true)
