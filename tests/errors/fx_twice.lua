program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = { EUR = 1.08 } }
fx { fixed = { GBP = 1.27 } } -- expect error: fx is declared twice -- expect hint: write all rates in one of them
