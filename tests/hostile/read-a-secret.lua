-- tries: to read the environment of the host
-- expect: cannot reach the system
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error(os.getenv("HOME"))
