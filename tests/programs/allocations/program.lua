-- Budgets divided in proportion: all, of a tier, within regions, with bounds; what is left over.
program "Budgets" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { region = text, bookings = money, growth = number } }
metric "bookings_" { value = partner.bookings }
setting "least" { value = usd(40) }
ladder "tier" {
  level "member" {},
  level "gold" { requires = { bookings_ = 100 } },
}
-- 1000 over 600 = 300 + 100 + 200; F has no bookings, E a negative one.
incentive "all" { pays = allocate(1000, partner.bookings) }
-- Only gold: A, B, C.
incentive "gold" { pays = allocate(usd(100), partner.bookings, { where = { tier = at_least "gold" } }) }
-- By region: NA 100 over A and B; EMEA 50 over C, D (below 0.004 gets none); APAC nobody above 0.
incentive "regional" {
  pays = allocate(by(partner.region, { NA = 100, EMEA = 50, APAC = 30 }), partner.bookings,
    { within = partner.region, where = { region = one_of { "NA", "EMEA", "APAC" } } }),
}
-- LATAM is named, but nobody there is eligible: its 70 are left over.
incentive "promised" {
  pays = allocate(by(partner.region, { NA = 100, LATAM = 70, default = 0 }), 1,
    { within = partner.region, where = { region = "NA" } }),
}
incentive "capped" { pays = allocate(usd(100), partner.bookings, { at_most = 45 }) }
incentive "floored" { pays = allocate(usd(100), partner.bookings, { at_least = setting.least }) }
incentive "scarce" { pays = allocate(usd(10), partner.bookings, { at_least = 40 }) }
incentive "bounded" { pays = allocate(usd(100), partner.bookings, { at_least = 20, at_most = 30 }) }
incentive "taken" { pays = allocate(usd(-100), partner.bookings, { at_most = 45 }) }
metric "seats" { value = allocate(metric.heads, partner.bookings) }
metric "heads" { value = total(metric.one) }
metric "one" { unit = "count", value = 1 }
