-- tries: a function that fills memory, for each of 300 partners
-- expect: too much memory: stopped at 1 MiB
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) local t = {} for i = 1, 100000 do t[i] = {} end end }
