-- tries: to catch the error that a limit raises and go on
-- expect: cannot catch errors
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

while true do
  pcall(function() while true do end end)
end
