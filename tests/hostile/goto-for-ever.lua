-- tries: to run without end in a single instruction
-- expect: run without end
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

::again::
goto again
