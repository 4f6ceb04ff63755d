-- tries: to run machine code of Lua's own machine, one byte changed
-- expect: cannot look inside functions
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local code = string.dump(function(a, b) return a + b end)
load(code:sub(1, 40) .. "\255" .. code:sub(42), "code", "b")(1, 2)
