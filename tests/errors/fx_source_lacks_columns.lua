program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "exchange" { columns = { currency = text, day = date, rate = text } } -- expect error: the column 'rate' of rates is a text, not a number -- expect hint: declare it as rate = number
fx { rates = exchange } -- expect error: source 'exchange' has no column 'date'
