-- tries: a table reached through pairs and changed
-- expect: cannot be changed by it
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
local notes = { 1 }
metric "m" { value = function(p) local _, t = pairs(notes) t[2] = 2 return #notes end }
