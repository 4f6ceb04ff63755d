-- tries: many claims on what accrues later and expires first
-- expect: fine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = {} }
source "sale" { id = "id", partner = "partner_id", happened_on = "on", columns = { on = date, keeps = date } }
source "claim" { id = "id", partner = "partner_id", happened_on = "on", columns = { on = date } }
fund "mdf" {
  each = sale, accrues = usd(1), expires = sale.keeps,
  claims = claim, amount = usd(100000), partial = false, shares = { vendor = percent(100) },
}
