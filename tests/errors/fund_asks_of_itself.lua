program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on", columns = { made_on = date, cost = money },
}
fund "mdf" {
  accrues = usd(1000),
  claims = claim,
  amount = claim.cost,
  shares = { vendor = percent(50), partner = percent(50) },
  cap = { claim = percent(25) * fund.mdf.balance }, -- expect error: these need each other in a circle: mdf -> mdf -- expect hint: what 'mdf' holds is known only when all its claims are decided
}
