-- tries: to let the engine walk a table 100000 levels deep
-- expect: nested too deeply
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t = {}
for i = 1, 100000 do t = { t } end
metric "deep" { value = t }
