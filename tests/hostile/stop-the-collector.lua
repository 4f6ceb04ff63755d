-- tries: to keep memory from being given back
-- expect: looked after by the engine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

collectgarbage("stop")
