-- tries: to double a text for ever
-- expect: a text is longer than 64 KiB
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local long = "x"
while true do long = long .. long end
