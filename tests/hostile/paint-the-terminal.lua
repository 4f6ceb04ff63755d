-- tries: to send control characters to the reader's terminal
-- expect: a [2J b
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error("a\27[2J b")
