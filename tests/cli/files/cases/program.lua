program "Small Partner Program" { version = "1", currency = "USD" }

source "partner" { id = "id", columns = { name = text, region = text, tier = text } }
source "deal" {
  id = "id",
  partner = "partner_id",
  happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "credential" {
  partner = "partner_id",
  columns = { person_id = text, expires_on = date },
}

metric "bookings" {
  title = "Won bookings, trailing twelve months",
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}
metric "engineers" {
  value = count_distinct(credential.person_id, { expires_on = at_least(as_of) }),
}

setting "gold_line" { title = "Bookings for Gold", value = usd(150000) }

ladder "tier" {
  current = partner.tier,
  level "registered" {},
  level "gold" {
    why = "Agreement 2026, section 4.2",
    requires = { bookings = setting.gold_line, engineers = 2 },
    gives = { discount = percent(18) },
  },
}

incentive "rebate" {
  requires = { tier = at_least "gold" },
  pays = marginal(metric.bookings, { { 0, percent(1) }, { 100000, percent(2) } }),
}
spiff "push" {
  each = deal,
  where = { status = "won", closed_on = since "2026-09-01" },
  pays = usd(25),
  to = deal.rep_id,
}
