-- tries: to bring in what is no number
-- expect: divided by zero
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

metric "nothing" { value = 0 / 0 }
