-- tries: to let the order of a table's keys differ from run to run
-- expect: -2 1 2.5 7 B a aa b false true
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t, seen = { b = 1, [7] = 1, aa = 1, [1] = 1, [2.5] = 1, [-2] = 1, a = 1, B = 1, [true] = 1, [false] = 1 }, {}
for key in pairs(t) do seen[#seen + 1] = tostring(key) end
error(table.concat(seen, " "))
