program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
setting "line" { value = 5, range = { 0, 10 }, step = 0 } -- expect error: the step of setting 'line' is no number above 0 -- expect hint: write step
