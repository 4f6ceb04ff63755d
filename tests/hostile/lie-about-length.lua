-- tries: to make a library function believe in 2^62 entries
-- expect: cannot change how values behave
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

table.insert(setmetatable({}, { __len = function() return 1 << 62 end }), 1, 0)
