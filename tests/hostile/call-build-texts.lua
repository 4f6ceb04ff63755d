-- tries: a function that makes long texts without end
-- expect: too much memory: stopped at 16 MiB in all
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
metric "m" { value = function(p) local s = p.name:rep(60000) while true do local t = s .. 1 end end }
