program "P" { currency = "USD", year_starts = "02-29" } -- expect error: no day on which a year can begin
source "partner" { id = "id", columns = {} }
metric "m" { value = 1 }
