-- tries: to use up the machine's stack by a comparison that sorts
-- expect: functions call themselves
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local function deeper() table.sort({ 2, 1 }, deeper) end
deeper()
