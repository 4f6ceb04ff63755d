program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
source "claim" {
  partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}
metric "bookings" {
  value = sum(deal.amount, { claim.proof }), -- expect error: the rows at hand are those of 'deal', not of 'claim' -- expect hint: each rule, sum and filter looks at the rows of one source; fold
}
