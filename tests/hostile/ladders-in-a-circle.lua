-- tries: ladders that need each other
-- expect: these need each other in a circle: a -> b -> a
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { x = number } }
ladder "a" { level "low" {}, level "high" { requires = { b = at_least "high" } } }
ladder "b" { level "low" {}, level "high" { requires = { a = at_least "high" } } }
