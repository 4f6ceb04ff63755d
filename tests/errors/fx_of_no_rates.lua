program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { inverse = true } -- expect error: fx has no rates -- expect hint: write fx { fixed = { EUR = 1.08 } }
