-- tries: to hold ever more functions
-- expect: too much memory
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local kept = {}
while true do
  local n = #kept
  kept[n + 1] = function() return n end
end
