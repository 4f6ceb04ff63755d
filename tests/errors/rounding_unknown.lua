program "Contoso Partner Network" { currency = "USD", rounding = "half-up" } -- expect error: 'half-up' is no 'rounding' of program -- expect hint: did you mean 'half_up'?
source "partner" { id = "id", columns = { name = text } }
