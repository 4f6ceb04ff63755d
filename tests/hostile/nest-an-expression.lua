-- tries: to build a formula 100000 levels deep
-- expect: nested too deeply
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local x = metric.deep
for i = 1, 100000 do x = abs(x) end
metric "deep" { value = x }
