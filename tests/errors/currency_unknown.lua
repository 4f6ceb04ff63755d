program "Contoso Partner Network" { currency = "EURO" } -- expect error: 'EURO' is no currency -- expect hint: did you mean 'EUR'?
source "partner" { id = "id", columns = { name = text } }
