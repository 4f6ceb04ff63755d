-- by without a match and default is the partner's error; dated before its first date has no value. (section 4)
program "Varying" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text } }
metric "with_default" { unit = "count", value = by(partner.region, { NA = 1, default = 2 }) }
metric "strict" { unit = "count", value = by(partner.region, { NA = 1, EMEA = 2 }) }
metric "in_force" { value = dated { ["2026-01-01"] = usd(100), ["2026-07-01"] = usd(200) } }
incentive "bonus" {
  each = deal,
  where = { closed_on = at_least "2026-01-01" },
  pays = deal.amount * by(deal.kind, { new = percent(10), default = percent(1) })
    + dated(deal.closed_on, { ["2026-01-01"] = usd(1), ["2026-06-15"] = usd(2) }),
}
incentive "early" {
  each = deal,
  where = { kind = "early" },
  pays = dated(deal.closed_on, { ["2026-01-01"] = usd(1) }),
}
