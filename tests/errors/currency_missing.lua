program "Contoso Partner Network" { version = "2026.1" } -- expect error: program has no 'currency' -- expect hint: currency: the ISO 4217 code that everything is paid in
source "partner" { id = "id", columns = { name = text } }
