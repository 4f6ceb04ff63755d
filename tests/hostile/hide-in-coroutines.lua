-- tries: to run where the limit does not count
-- expect: declare and do not wait
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

while true do
  coroutine.wrap(function() for i = 1, 5000 do end end)()
end
