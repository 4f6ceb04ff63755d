-- tries: to change the library by a function that writes tables
-- expect: belongs to the rule language
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

table.insert(string, function() end)
