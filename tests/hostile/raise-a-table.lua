-- tries: to raise an error that is no text
-- expect: raised an error without a text
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

error({ "not a text" })
