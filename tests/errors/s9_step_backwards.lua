program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
setting "line" { value = percent(5), step = percent(-1) } -- expect error: the step of setting 'line' is no number above 0
