-- Every row accrues on its day and expires; a claim uses what had accrued and not expired on its date, what
-- expires first being used first; the balance is opening + accrued - paid - expired. (section 9)
program "Lots" { currency = "USD" }
source "partner" { id = "id", columns = { opening = money, good = boolean } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "invoiced_on",
  columns = { invoiced_on = date, amount = money, keeps_until = date },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "submitted_on",
  columns = { submitted_on = date, amount = money, turn = number },
}
source "wish" { id = "id", partner = "partner_id", columns = { amount = money } }

fund "mdf" {
  opening = partner.opening,
  each = sale, accrues = percent(10) * sale.amount, expires = sale.keeps_until,
  claims = claim, amount = claim.amount, order = claim.turn,
  requires = { good = true },
  shares = { vendor = percent(100) },
}
-- Without 'expires' nothing expires; without a day on the claim, it is made as of the evaluation.
fund "wishes" {
  each = sale, accrues = percent(10) * sale.amount,
  claims = wish, amount = wish.amount,
  shares = { vendor = percent(50), partner = percent(50) },
  cap = { claim = 30 },
}
-- What expired is a value, too.
incentive "echo" { pays = fund.mdf.expired + fund.mdf.balance }
