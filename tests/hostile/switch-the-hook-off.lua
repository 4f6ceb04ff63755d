-- tries: to remove the engine's limits, then run for ever
-- expect: cannot look inside the engine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

debug.sethook()
while true do end
