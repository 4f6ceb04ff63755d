-- tries: to match for ever, each match within its limit
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local long = ("a"):rep(60000)
while true do long:find(".b") end
