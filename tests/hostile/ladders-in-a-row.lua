-- tries: a thousand ladders, each needing the one before
-- expect: a chain of more than 200 declarations
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
ladder "l0" { level "low" {}, level "high" { requires = { partner.x:at_least(5) } } }
for i = 1, 999 do
  ladder("l" .. i) { level "low" {}, level "high" { requires = { ["l" .. (i - 1)] = at_least "high" } } }
end
