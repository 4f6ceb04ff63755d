-- tries: fifty thousand partners, each above the next
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", parent = "above", columns = { x = number } }
metric "family" { value = rollup(partner.x, "sum") }
