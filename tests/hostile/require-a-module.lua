-- tries: to load a module from anywhere
-- expect: cannot load libraries
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

require("socket")
