-- tries: the same through format
-- expect: string.format has no '%p'
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error(string.format("%p", {}))
