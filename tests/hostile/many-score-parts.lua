-- tries: a score of five thousand parts
-- expect: at most 200 can be followed
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
local parts = { pass = 5 }
for i = 1, 5000 do parts[i] = { of = partner.x, full = i, points = 1 } end
score "long" (parts)
