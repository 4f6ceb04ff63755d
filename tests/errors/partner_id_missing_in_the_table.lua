program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "partner_no", columns = { name = text } } -- expect error: table 'partner' has no column 'partner_no'
metric "partners" { value = 1 }
