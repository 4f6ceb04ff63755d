program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, carried = money } }
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on", columns = { made_on = date, cost = money },
}
metric "claims" { value = count(claim) }
incentive "bonus" {
  pays = usd(5) * metric.claims,
  carried = partner.carried, -- expect error: unknown field 'carried' of incentive 'bonus' -- expect hint: what was carried over is opening = ..
  period = "quarter", -- expect error: unknown field 'period' -- expect hint: when rows count stands in where
  budget = 100000, -- expect error: unknown field 'budget' -- expect hint: a budget is cap = { total = 100000 }
  limit = 500, -- expect error: unknown field 'limit' -- expect hint: write cap = { partner = 20000 }
  clawback = true, -- expect error: unknown field 'clawback' -- expect hint: a row whose pays comes to a negative amount
}
fund "mdf" {
  accrues = usd(1000),
  claims = claim,
  amount = claim.cost,
  shares = { vendor = percent(50), partner = percent(50) },
  budget = 5000, -- expect error: unknown field 'budget' of fund 'mdf' -- expect hint: what each partner has to spend is accrues = ..
  minimum_payout = 5, -- expect error: unknown field 'minimum_payout' -- expect hint: the fields of fund are
}
