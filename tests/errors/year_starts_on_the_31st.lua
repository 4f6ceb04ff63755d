program "Contoso Partner Network" { currency = "USD", year_starts = "01-31" } -- expect error: '01-31' is no day on which a year can begin -- expect hint: write month and day, 01 to 28: "07-01"
source "partner" { id = "id", columns = { name = text } }
