-- tries: a function that reads what its text does not say
-- expect: does not stand in the function's text
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) return p[p.name .. "x"] end }
