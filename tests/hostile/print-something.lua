-- tries: to write among the results
-- expect: rule files print nothing
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

print("{}")
