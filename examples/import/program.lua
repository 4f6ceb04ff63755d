-- Sources that are filled from the exports of other systems: see examples/import.md.

program "Exports" { version = "1", currency = "USD", year_starts = "01-01" }

source "partner" {
  id = "id",
  columns = { name = text, region = text, tier = text },
}

-- Opportunities, from the CRM. The stages are called as the CRM calls them.
source "deal" {
  id = "id",
  partner = "partner_id",
  happened_on = "closed_on",
  columns = { closed_on = date, amount = money, stage = text, product = text, registered = boolean },
}

-- Deal registrations, from the CRM of the European team; kept in cents.
source "registration" {
  id = "id",
  partner = "partner_id",
  happened_on = "submitted_on",
  minor_units = true,
  columns = { submitted_on = date, expected = column("expected_cents", money), status = text },
}

-- Exams, from the learning system. Its rows have no number of their own.
source "credential" {
  partner = "partner_id",
  columns = { person_id = text, level = text, passed = boolean, expires_on = date },
}

-- Tickets, from the support system.
source "ticket" {
  id = "id",
  partner = "partner_id",
  happened_on = "opened_on",
  columns = { opened_on = date, hours = number, in_time = boolean, subject = text },
}

metric "bookings" {
  value = sum(deal.amount, { stage = "Closed Won", closed_on = trailing(12, "months") }),
}

metric "pipeline" {
  unit = "money",
  value = sum(registration.expected, { status = "Approved", submitted_on = this "quarter" }),
}

metric "engineers" {
  value = count_distinct(credential.person_id, {
    passed = true, level = one_of { "Engineer", "Architect" }, expires_on = at_least(as_of),
  }),
}

metric "answered_in_time" {
  unit = "percent",
  value = count(ticket, { in_time = true }) / count(ticket),
}

ladder "tier" {
  current = partner.tier,
  level "registered" {},
  level "silver" { requires = { bookings = 20000, engineers = 1 } },
  level "gold" { requires = { bookings = 50000, engineers = 2, answered_in_time = percent(90) } },
}

incentive "early_registration" {
  each = registration,
  where = { status = "Approved", submitted_on = this "quarter" },
  pays = percent(1) * registration.expected,
  cap = { row = 500 },
}
