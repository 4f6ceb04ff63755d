program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx "rates" { fixed = { EUR = 1.08 } } -- expect error: fx needs a table of fields -- expect hint: write fx { field = value }
