-- tries: to change a function for the files read later
-- expect: 'math' belongs to the rule language
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

math.floor = function() return 42 end
