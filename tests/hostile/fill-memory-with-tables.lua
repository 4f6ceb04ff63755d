-- tries: to hold ever more tables
-- expect: too much memory
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local t = {}
while true do t = { t } end
