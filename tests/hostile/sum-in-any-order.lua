-- tries: to make a sum of fractions depend on the order of keys
-- expect: 442000000042.50006
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t, total = {}, 0
for i = 1, 50 do t["p" .. i] = 0.1 * i * 1e10 ^ (i % 3 - 1) end
for _, part in pairs(t) do total = total + part end
error(string.format("%.17g", total))
