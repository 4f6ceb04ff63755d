-- Lots whose rows stand out of the order of their days; what is left of one on an earlier day than a claim before it; a lot
-- that ends before it begins; returns that stay owed until something comes; shares that meet caps and lots. (section 9)
program "Lot edges" { currency = "USD" }
source "partner" { id = "id", columns = { opening = money } }
source "earning" {
  id = "id", partner = "partner_id", happened_on = "earned_on",
  columns = { earned_on = date, amount = money, last_day = date },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on",
  columns = { made_on = date, amount = money, turn = number },
}
fund "turns" {
  opening = partner.opening, each = earning, accrues = earning.amount, expires = earning.last_day,
  claims = claim, amount = claim.amount, order = claim.turn, shares = { vendor = percent(100) },
}
fund "days" {
  opening = partner.opening, each = earning, accrues = earning.amount, expires = earning.last_day,
  claims = claim, amount = claim.amount, shares = { vendor = percent(100) },
}
fund "thirds" { each = earning, accrues = earning.amount / 3, expires = earning.last_day }
fund "whole" {
  opening = partner.opening, each = earning, accrues = earning.amount, expires = earning.last_day,
  claims = claim, amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) },
  cap = { claim = 25 }, partial = false,
}
