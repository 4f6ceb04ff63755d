-- tries: to read the same file for ever
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }

include "include-itself.lua"
