source "partner" { id = "id", columns = { name = text } } -- expect error: no file declares the program -- expect hint: write program "Name" { currency = "USD" }
