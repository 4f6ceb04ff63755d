program "Contoso Partner Network" { currency = "usd" } -- expect error: 'usd' is no currency -- expect hint: did you mean 'USD'?
source "partner" { id = "id", columns = { name = text } }
