-- tries: to read before the first argument
-- expect: index out of range
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

select(-(1 << 62), 1)
