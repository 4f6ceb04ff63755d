-- tries: to declare more than the engine should hold
-- expect: these rules are too large
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

for i = 1, 10000000 do metric("m" .. i) { value = 1 } end
