-- tries: to read the same file for ever
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

include "include-itself.lua"
