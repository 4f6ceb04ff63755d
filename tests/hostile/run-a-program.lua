-- tries: to run another program
-- expect: cannot reach the system
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

os.execute("touch /tmp/rung-was-here")
