-- tries: to use up the machine's stack by a pattern
-- expect: this pattern is too complicated
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local found = ("a"):rep(3000):find(("a?"):rep(3000) .. ("a"):rep(3000))
