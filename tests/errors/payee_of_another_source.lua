program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
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
spiff "security_push" {
  each = deal,
  pays = usd(25) * deal.units,
  to = claim.activity, -- expect error: the rows at hand are those of 'deal', not of 'claim' -- expect hint: each rule, sum and filter looks at the rows of one source; fold
}
