-- What a claim gives back returns to the lots that it was taken from, those used last first, and expires with them. (9)
program "Given back" { currency = "USD" }
source "partner" { id = "id", columns = { opening = money } }
source "earning" {
  id = "id", partner = "partner_id", happened_on = "earned_on",
  columns = { earned_on = date, amount = money, last_day = date },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on",
  columns = { made_on = date, amount = money },
}
fund "mdf" {
  opening = partner.opening, each = earning, accrues = earning.amount, expires = earning.last_day,
  claims = claim, amount = claim.amount, shares = { vendor = percent(100) },
}
