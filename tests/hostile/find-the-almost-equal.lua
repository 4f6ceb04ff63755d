-- tries: to compare a long text at every place of another
-- expect: searching a text takes too long
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local found = ("a"):rep(60000):find(("a"):rep(30000) .. "b", 1, true)
