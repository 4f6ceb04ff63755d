-- tries: to repeat the empty text 2^62 times inside one call
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }

assert((""):rep(1 << 62) == "")
