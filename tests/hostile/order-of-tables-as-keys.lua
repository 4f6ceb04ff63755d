-- tries: to walk keys that can only be ordered by address
-- expect: such keys have no order
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

for key in pairs({ [{}] = 1, [{}] = 2 }) do end
