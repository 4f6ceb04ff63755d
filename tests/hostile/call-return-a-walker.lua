-- tries: a function that returns what it reads
-- expect: returned a list of rows; a number is needed
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) return p:rows "deal" end }
