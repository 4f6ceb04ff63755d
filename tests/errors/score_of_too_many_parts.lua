program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number } }
local parts = {}
for i = 1, 201 do parts[i] = { of = partner.people, full = i, points = 1 } end
score "fit" (parts) -- expect error: score 'fit' has 201 parts; at most 200 can be followed
