-- tries: to bring in a number without end
-- expect: divided by zero
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

metric "everything" { value = 1 / 0 }
