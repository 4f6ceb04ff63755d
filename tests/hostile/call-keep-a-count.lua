-- tries: a function that counts its calls
-- expect: cannot be changed by it
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
local calls = 0
metric "m" { value = function(p) calls = calls + 1 return calls end }
