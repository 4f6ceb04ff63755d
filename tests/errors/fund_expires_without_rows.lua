program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "credential" { id = "id", partner = "partner_id", columns = { level = text, worth = money } }
fund "mdf" { -- expect error: fund 'mdf' has 'expires' and so needs 'each'
  accrues = percent(1) * sum(deal.amount),
  expires = date "2026-12-31",
}
