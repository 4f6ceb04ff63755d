program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "claim" {
  partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}
fund "mdf" {
  opening = usd(5000),
  claims = claim,
  amount = claim.amount,
  shares = { vendor = 50, partner = percent(50) }, -- expect error: a share is a part of the whole; 50 would be 50 times all of it -- expect hint: write percent(50)
}
