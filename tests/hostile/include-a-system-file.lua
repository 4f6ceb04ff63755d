-- tries: to read outside the program's folder
-- expect: folder
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

include "../../../../../etc/passwd"
