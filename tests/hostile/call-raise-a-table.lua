-- tries: a function that raises what is no text
-- expect: raised an error without a text
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) error({ p }) end }
