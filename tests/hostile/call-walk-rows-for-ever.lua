-- tries: a function that walks the same rows again and again
-- expect: this function runs without end
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) while true do for d in p:rows "deal" do local x = d.units end end end }
