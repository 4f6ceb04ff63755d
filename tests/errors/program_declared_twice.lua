program "Contoso Partner Network" { currency = "USD" }
program "Contoso Distributors" { currency = "USD" } -- expect error: the program is declared twice
source "partner" { id = "id", columns = { name = text } }
