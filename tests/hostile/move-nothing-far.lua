-- tries: to move 2^61 missing entries inside one call
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

table.move({}, 1, 1 << 61, 1 << 61)
