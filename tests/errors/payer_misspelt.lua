program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }
source "claim" {
  partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money },
}
fund "mdf" {
  opening = usd(5000), claims = claim, amount = claim.amount,
  shares = {
    vndor = percent(50), -- expect error: 'vndor' is nobody whom the fund knows, and 'vendor' would bear nothing -- expect hint: did you mean 'vendor'?
    partner = percent(50),
  },
}
fund "shared" {
  opening = usd(5000), claims = claim, amount = claim.amount,
  shares = { vendor = percent(40), vendors = percent(30), distributor = percent(30) },
}
