-- Periods of another date than happened_on: which rows exist is a question of happened_on alone, so the period that holds
-- as_of counts whole. (section 6)
program "Due" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { columns = { name = text } }
source "sale" { partner = "partner_id", happened_on = "sold_on", columns = { sold_on = date, due_on = date, amount = money } }
metric "due" { value = sum(sale.amount):per(sale.due_on, "quarter", 1):sum() }
metric "due_by_column" { value = sum(sale.amount):per(start_of("quarter", sale.due_on)):highest() }
metric "sold" { value = sum(sale.amount):per("quarter", 1):sum() }
metric "due_before" { value = sum(sale.amount):per(sale.due_on, "quarter", 2, { ago = 1 }):sum() }
