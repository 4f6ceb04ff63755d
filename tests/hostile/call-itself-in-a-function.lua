-- tries: a function that calls itself without end
-- expect: without end
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
local function f(n) return f(n + 1) + 1 end
metric "m" { value = function(p) return f(1) end }
