-- tries: to make the answer depend on where memory lies
-- expect: table function
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error(tostring({}) .. " " .. tostring(pairs))
