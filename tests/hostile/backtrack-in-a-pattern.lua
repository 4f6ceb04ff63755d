-- tries: to make one pattern try everything
-- expect: searching a text takes too long
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local found = ("a"):rep(30000):gsub(".-.-.-.-b", "x")
