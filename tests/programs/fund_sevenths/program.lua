-- 2/7 of 0.28 is 0.08 to the cent, though no decimal is 2/7: what is whole to 9 places is not cut. (3, 9)
program "Sevenths" { currency = "USD" }
source "partner" { id = "id", columns = { budget = money } }
source "claim" { id = "id", partner = "partner_id", columns = { amount = money } }
fund "to_agency" {
  accrues = partner.budget, claims = claim, amount = claim.amount,
  shares = { vendor = fraction(2, 7), agency = fraction(5, 7) },
  remainder = "agency",
}
fund "to_vendor" {
  accrues = partner.budget, claims = claim, amount = claim.amount,
  shares = { vendor = fraction(2, 7), agency = fraction(5, 7) },
  remainder = "vendor",
}
