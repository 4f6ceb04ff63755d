program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
metric "a" { value = partner."\0" } -- expect error: a text cannot stand here
