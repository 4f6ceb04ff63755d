-- tries: to let every comparison look at 64 KiB
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local a, b = ("x"):rep(65536), ("x"):rep(65535) .. "x"
local same
while true do same = a == b end
