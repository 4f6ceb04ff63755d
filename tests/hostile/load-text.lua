-- tries: to hide rules in a text
-- expect: cannot make code from text
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

load("while true do end")()
