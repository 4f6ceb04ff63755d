-- Parts are cost x share / the sum of the shares, cut down; cents left over go to the largest remainders,
-- ties in byte order of names, or all to `remainder`. The fund pays the vendor's part only. (section 9)
program "Shares" { currency = "USD" }
source "partner" { id = "id", columns = { budget = money, member = boolean } }
source "claim" {
  id = "id", partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, activity = text, proof = boolean },
}

fund "thirds" {
  accrues = partner.budget, claims = claim, amount = claim.amount,
  shares = { vendor = fraction(1, 3), distributor = fraction(1, 3), partner = fraction(1, 3) },
}
fund "thirds_to_vendor" {
  accrues = partner.budget, claims = claim, amount = claim.amount,
  shares = { vendor = fraction(1, 3), distributor = fraction(1, 3), partner = fraction(1, 3) },
  remainder = "vendor",
}
fund "uneven" {
  accrues = partner.budget, claims = claim, amount = claim.amount,
  shares = { vendor = percent(62.5), partner = percent(25), distributor = percent(12.5) },
}
