-- tries: a pattern that searches for ever inside a function
-- expect: searching a text takes too long
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) return #(p.name:rep(30000)):match(".-.-.-.-b") end }
