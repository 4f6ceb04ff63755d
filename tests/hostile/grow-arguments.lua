-- tries: to copy ever more arguments at each call
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local function grow(...) return grow(1, ...) end
grow()
