program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = { EUR = 1.08 } }
setting "line" { value = gbp(100) } -- expect error: fx has no rate of GBP -- expect hint: add it: fixed = { GBP = .. }
