-- tries: to confuse sorting by answers that contradict each other
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }

local list, asked = {}, 0
for i = 1, 5000 do list[i] = i % 7 end
table.sort(list, function(a, b)
  asked = asked + 1
  return asked % 2 == 0
end)
assert(#list == 5000)
