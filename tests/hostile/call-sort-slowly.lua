-- tries: a sort whose comparison never ends
-- expect: this function runs without end
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) local t = { 1, 2 } table.sort(t, function(a, b) while true do end end) return 1 end }
