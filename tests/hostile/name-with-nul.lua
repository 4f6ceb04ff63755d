-- tries: to cut a name short where C ends its texts
-- expect: NUL byte
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

metric "a\0b" { value = 1 }
