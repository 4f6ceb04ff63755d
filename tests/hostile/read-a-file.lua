-- tries: to show a file of the machine in an error
-- expect: cannot read or write files
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error(io.open("/etc/passwd"):read("a"))
