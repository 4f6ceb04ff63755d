-- tries: to let the engine walk a table for ever
-- expect: contains itself
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t = {}
t[1] = t
metric "round" { value = t }
