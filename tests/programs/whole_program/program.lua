program "Northwind Partner Program" { version = "2026.3", currency = "USD", year_starts = "01-01" }

source "partner" {
  id = "id",
  columns = { name = text, type = text, region = text, joined_on = date, tier = text },
}
source "deal" {
  partner = "partner_id",
  happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, product = text, status = text,
    registered = boolean, units = number, rep_id = text,
  },
}
source "credential" {
  from = "certification",
  partner = "partner_id",
  columns = { person_id = text, level = text, expires_on = date },
}
source "claim" {
  partner = "partner_id",
  happened_on = "submitted_on",
  columns = { fund = text, activity = text, amount = money, submitted_on = date, proof = boolean },
}

metric "bookings" {
  title = "Won bookings, trailing twelve months",
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}
metric "growth" {
  unit = "percent",
  value = metric.bookings / ago(metric.bookings, 12, "months") - 1,
}
metric "quarter_bookings" {
  value = sum(deal.amount, { status = "won", closed_on = this "quarter" }),
}
metric "engineers" {
  value = count_distinct(credential.person_id, {
    level = one_of { "engineer", "architect" }, expires_on = at_least(as_of),
  }),
}

setting "region_factor" {
  value = by(partner.region, { NA = 1, EMEA = 0.9, APAC = 0.7, LATAM = 0.6 }),
}
setting "gold_line" { title = "Bookings for Gold", value = usd(150000), range = { 50000, 500000 } }

ladder "tier" {
  current = partner.tier,
  level "registered" {},
  level "silver" {
    requires = { bookings = 50000 * setting.region_factor, engineers = 1 },
  },
  level "gold" {
    why = "Agreement 2026, section 4.2",
    requires = {
      bookings = setting.gold_line * setting.region_factor,
      engineers = 2,
      any_of { { growth = percent(10) }, { bookings = 400000 * setting.region_factor } },
    },
  },
  level "platinum" {
    requires = { bookings = 500000 * setting.region_factor, engineers = 4 },
  },
}

incentive "volume_rebate" {
  title = "Quarterly volume rebate",
  pays = marginal(metric.quarter_bookings, {
    { 0, percent(1) }, { 25000, percent(2) }, { 100000, percent(3) },
  }) * by(ladder.tier, { registered = 0, silver = 1, gold = 1.25, platinum = 1.5 }),
}
incentive "deal_registration" {
  each = deal,
  where = { status = "won", registered = true, closed_on = this "quarter" },
  requires = { tier = at_least "silver" },
  pays = percent(3) * deal.amount,
  cap = { partner = 20000 },
}
spiff "security_push" {
  each = deal,
  where = { status = "won", product = like "SEC-*", closed_on = between("2026-08-01", "2026-09-30") },
  pays = usd(25) * deal.units,
  to = deal.rep_id,
  cap = { payee = 1000 },
}
fund "mdf" {
  accrues = metric.bookings * by(ladder.tier, {
    registered = 0, silver = percent(1), gold = percent(2), platinum = percent(2),
  }),
  claims = claim,
  where = { fund = "mdf" },
  amount = claim.amount,
  approves = { proof = true },
  shares = { vendor = percent(50), partner = percent(50) },
  remainder = "vendor",
}
