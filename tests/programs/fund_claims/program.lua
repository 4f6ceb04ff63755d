-- Claims in date order against one balance, never below zero; the partner bears what was cut. (section 9)
program "Claims" { currency = "USD" }
source "partner" { id = "id", columns = { budget = money, member = boolean } }
source "claim" {
  id = "id", partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}

fund "mdf" {
  accrues = partner.budget,
  requires = { member = true },
  claims = claim,
  amount = claim.amount,
  approves = { proof = true, activity = is_not "gifts" },
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendor",
}
