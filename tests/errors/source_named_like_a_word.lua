program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "count" { partner = "partner_id", columns = { units = number } } -- expect error: a source cannot be named 'count', a word of the language -- expect hint: give the source another name and say from = "table"
