-- tries: to call without end
-- expect: functions call themselves
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local function deeper(n) return 1 + deeper(n + 1) end
deeper(1)
