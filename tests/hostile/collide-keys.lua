-- tries: to make all keys of a table fall together
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }

local t = {}
for i = 1, 60000 do t[i * 2.0 ^ 48] = i end
assert(t[2.0 ^ 48] == 1)
