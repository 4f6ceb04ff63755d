-- tries: to make 60000 values at once
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }

assert(select("#", utf8.codepoint(("a"):rep(60000), 1, -1)) == 60000)
