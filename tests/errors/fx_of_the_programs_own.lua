program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = { EUR = 1.08, USD = 1 } } -- expect error: USD is the program's own currency: it is always 1 -- expect hint: leave it out
