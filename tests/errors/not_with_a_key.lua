program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "claim" { id = "id", partner = "partner_id", happened_on = "submitted_on", columns = { submitted_on = date, amount = money } }
incentive "rebate" { each = deal, pays = percent(1) * deal.amount }
incentive "bonus" {
  pays = usd(100),
  not_with = { rebate = true }, -- expect error: 'not_with' is a list of incentives and spiffs
}
