-- tries: to count to the largest number
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

for i = 1, math.maxinteger do end
