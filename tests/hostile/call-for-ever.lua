-- tries: a function that never ends, for each of 300 partners
-- expect: this function runs without end
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) while true do end end }
