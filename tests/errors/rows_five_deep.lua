program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "a" { partner = "partner_id", columns = { x = text } }
source "c" { partner = "partner_id", columns = { x = text } }
metric "four" { value = count(a, { exists(c, { x = a.x, exists(a, { x = c.x, exists(c, { x = a.x }) }) }) }) }
metric "five" { value = count(a, { exists(c, { x = a.x, exists(a, { x = c.x, exists(c, { x = a.x, exists(a, { x = c.x }) }) }) }) }) } -- expect error: rows are looked at for each row, for each row, more than 4 deep
