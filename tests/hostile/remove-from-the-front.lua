-- tries: to shift a long list again and again
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local list = {}
for i = 1, 100000 do list[i] = i end
while #list > 0 do table.remove(list, 1) end
