-- tries: a function that replaces all names
-- expect: cannot be changed by it
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) _ENV = { tostring = 1 } return 1 end }
