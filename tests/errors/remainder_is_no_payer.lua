program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "claim" {
  partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}
fund "mdf" {
  opening = usd(5000),
  claims = claim,
  amount = claim.amount,
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendors", -- expect error: 'vendors' is no payer of this fund -- expect hint: did you mean 'vendor'?
}
