-- tries: to load machine code
-- expect: cannot load libraries
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

package.loadlib("libc.so.6", "*")
