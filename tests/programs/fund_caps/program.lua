-- Only the vendor's part is limited: by claim, by column, by partner, by total, by balance, in that order;
-- limited_by names the last that cut. (section 9)
program "Fund caps" { currency = "USD" }
source "partner" { id = "id", columns = { budget = money, member = boolean } }
source "claim" {
  id = "id", partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}

fund "mdf" {
  accrues = partner.budget,
  claims = claim, amount = claim.amount,
  shares = { vendor = percent(50), partner = percent(50) },
  cap = { claim = 100, activity = 150, partner = 220, total = 300 },
}
fund "all_or_nothing" {
  accrues = partner.budget,
  claims = claim, amount = claim.amount,
  shares = { vendor = percent(50), partner = percent(50) },
  cap = { claim = 100 },
  partial = false,
}
