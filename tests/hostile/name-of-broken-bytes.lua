-- tries: to put bytes that are no characters into the results
-- expect: not valid UTF-8
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

metric "a\xff\xfe" { value = 1 }
