-- cap.total is one sequence over all partners, by day, then partner, then row; a partner with an error takes nothing of it;
-- a share or a limit without a value, or below 0, is the error of those who claim; reasons name what is unmet. (section 9)
program "Fund edges" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { budget = money, part = number, most = money, ok = boolean, area = text },
}
source "claim" {
  id = "id", partner = "partner_id", happened_on = "made_on",
  columns = { made_on = date, amount = money, turn = number, kind = text, proof = boolean, left = money },
}
metric "funding" { value = partner.budget }

fund "pool" {
  accrues = 1000, claims = claim, amount = claim.amount,
  shares = { vendor = percent(100) },
  cap = { total = 100 },
}
fund "turns" {
  accrues = 1000, claims = claim, amount = claim.amount, order = claim.turn,
  shares = { vendor = percent(50), partner = percent(50) },
  cap = { total = 50, partner = 30 },
}
fund "parted" {
  accrues = 1000, claims = claim, where = { amount = present, kind = "p" }, amount = claim.amount,
  shares = { vendor = partner.part, partner = 1 - partner.part },
}
fund "limited" {
  accrues = 1000, claims = claim, where = { amount = present, kind = "p" }, amount = claim.amount,
  shares = { vendor = percent(100) },
  cap = { partner = partner.most, claim = claim.left },
}
fund "asked" {
  accrues = partner.budget, claims = claim, where = { amount = present, kind = "p" }, amount = claim.amount,
  requires = {
    ok = true, funding = 10,
    any_of { { area = "N" }, { area = "S" } },
    all_of { { budget = at_most(500) }, { area = present } },
  },
  approves = { proof = true, amount = between(1, 50), any_of { { turn = 1 }, claim.made_on:at_least("2026-02-01") } },
  shares = { vendor = percent(100) },
}
