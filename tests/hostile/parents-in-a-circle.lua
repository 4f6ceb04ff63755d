-- tries: twenty thousand partners, each above the next, round in a circle
-- expect: the partners above go in a circle
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", parent = "above", columns = { x = number } }
metric "family" { value = rollup(partner.x, "sum") }
