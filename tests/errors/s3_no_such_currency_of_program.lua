program "P" { currency = "USDX" } -- expect error: 'USDX' is no currency
source "partner" { id = "id", columns = {} }
metric "m" { value = 1 }
