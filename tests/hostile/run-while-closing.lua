-- tries: to run code when memory is given back, outside every limit
-- expect: cannot change how values behave
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local kept = setmetatable({}, { __gc = function() while true do end end })
