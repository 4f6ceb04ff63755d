-- One cell a partner, whose id says what it holds: what each kind of column takes, and the error of what it does
-- not, from both sides of 9 places of a REAL, 18 places of a text, 10^20, leap days and the years 1 to 9999. (section 3)
program "Cells" { currency = "USD" }
source "partner" { id = "id", columns = { name=text } }
source "cell" { partner = "partner_id", columns = { n = number, m = money, d = date, b = boolean, t = text } }
metric "n" { value = sum(cell.n) }
metric "m" { value = sum(cell.m) }
metric "d" { value = highest(cell.d) }
metric "b" { value = count(cell, {b = true}) }
metric "nb" { value = count(cell, {b = false}) }
metric "t" { value = count(cell, {t = present}) }
