program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "claim" { id = "id", partner = "partner_id", happened_on = "submitted_on", columns = { submitted_on = date, amount = money } }
incentive "rebate" { best_of = "deals", each = deal, pays = percent(1) * deal.amount }
incentive "bonus" {
  each = claim, pays = usd(100),
  best_of = "deals", -- expect error: 'rebate' and 'bonus' compete in 'deals' but go over different rows -- expect hint: give both the same 'each'
}
