program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, name = text } } -- expect error: 'name' is written twice in this table -- expect hint: keep the first or the second
