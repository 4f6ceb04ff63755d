program { currency = "USD" } -- expect error: program needs a name in quotes -- expect hint: program "name"
source "partner" { id = "id", columns = { n = number } }
