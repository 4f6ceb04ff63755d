program "Fixed" { currency = "USD" }
fx { fixed = { EUR = 1.25 } }
source "partner" { id = "id", columns = { name = text } }
incentive "thanks" { pays = eur(10) + 1 }
