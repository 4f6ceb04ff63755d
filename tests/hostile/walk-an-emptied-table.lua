-- tries: to walk a large table that has no entries left, for ever
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t = {}
for i = 1, 1 << 16 do t["k" .. i] = true end
for i = 1, 1 << 16 do t["k" .. i] = nil end
while true do pairs(t) end
