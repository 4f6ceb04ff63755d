program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "credential" { id = "id", partner = "partner_id", columns = { level = text, worth = money } }
fund "mdf" { opening = partner.carried, each = deal } -- expect error: fund 'mdf' has 'each' and so needs 'accrues'
