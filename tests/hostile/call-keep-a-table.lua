-- tries: functions that hand notes to each other
-- expect: cannot be changed by it
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
local notes = { deep = { {} } }
metric "m" { value = function(p) notes.deep[1].x = 1 return 1 end }
