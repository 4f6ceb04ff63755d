-- tries: to use up the machine's stack by calls from inside the library
-- expect: functions call themselves
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local function deeper() return (("a"):gsub("a", deeper)) end
deeper()
