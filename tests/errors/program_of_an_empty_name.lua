program " " { currency = "USD" } -- expect error: the program's name is empty -- expect hint: program "Northwind
source "partner" { id = "id", columns = { n = number } }
