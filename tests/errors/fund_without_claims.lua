program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
source "claim" {
  partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}
fund "mdf" { -- expect error: fund 'mdf' has 'amount' and so needs 'claims'
  accrues = metric.bookings * percent(2),
  amount = claim.amount,
  shares = { vendor = percent(50), partner = percent(50) },
}
