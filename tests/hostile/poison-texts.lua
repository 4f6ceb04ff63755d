-- tries: to give all texts another function
-- expect: cannot be asked for its parts
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local text_value = "x"
text_value.rep = function() return 42 end
