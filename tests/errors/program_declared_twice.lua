program "Contoso Partner Network" { currency = "USD" }
program "Contoso Distributors" { currency = "USD" } -- expect error: the program is declared twice -- expect hint: keep one of them
source "partner" { id = "id", columns = { name = text } }
