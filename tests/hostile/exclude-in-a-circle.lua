-- tries: a hundred incentives that exclude one another in a circle
-- expect: these need each other in a circle
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
for i = 0, 99 do
  incentive("i" .. i) { pays = partner.x, not_with = { incentive["i" .. (i + 99) % 100] } }
end
