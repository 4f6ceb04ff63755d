program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = {
  EURO = 1.08, -- expect error: 'EURO' is no currency -- expect hint: did you mean 'EUR'?
  gbp = 1.27, -- expect error: 'gbp' is no currency -- expect hint: did you mean 'GBP'?
} }
