-- tries: to make one text of a gigabyte
-- expect: a text is longer than 64 KiB
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local long = ("x"):rep(1 << 30)
