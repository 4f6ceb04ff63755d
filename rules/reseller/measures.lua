-- What is counted. A returned deal takes its bookings back.

metric "bookings" {
  title = "Bookings, trailing twelve months",
  value = sum(deal.amount, { status = one_of { "won", "returned" }, closed_on = trailing(12, "months") }),
}
metric "quarter_bookings" {
  title = "Bookings, this quarter",
  value = sum(deal.amount, { status = one_of { "won", "returned" }, closed_on = this "quarter" }),
}
metric "weakest_quarter" {
  title = "The weakest of the last four quarters",
  value = sum(deal.amount, { status = one_of { "won", "returned" } }):per("quarter", 4):lowest(),
}
metric "network_bookings" {
  title = "Bookings of a distributor and of everybody who buys from it",
  value = rollup(metric.bookings, "sum"),
}
metric "product_families" {
  title = "Product families sold, trailing twelve months",
  value = count_distinct(deal.product.family, { status = "won", closed_on = trailing(12, "months") }),
}
metric "certified_people" {
  title = "People with a valid certificate",
  value = count_distinct(credential.person_id, { expires_on = at_least(as_of) }),
}

-- Managed-service providers.
metric "monthly_recurring" {
  title = "Billed to managed customers, last month",
  value = sum(subscription.amount, { billed_on = last "month" }),
}
metric "managed_customers" {
  title = "Managed customers, last month",
  value = count_distinct(subscription.customer, { billed_on = last "month" }),
}
metric "broad_customers" {
  title = "Managed customers billed at least $5,000 in the last two quarters",
  value = sum(subscription.amount, { billed_on = trailing(2, "quarters") })
    :per(subscription.customer):count(at_least(5000)),
}

-- Agencies and consultants.
metric "accepted_referrals" {
  title = "Accepted referrals, trailing twelve months",
  value = count(referral, { accepted = true, made_on = trailing(12, "months") }),
}
metric "referred" {
  title = "Worth of accepted referrals, trailing twelve months",
  value = sum(referral.value, { accepted = true, made_on = trailing(12, "months") }),
}

-- What a partner brings, counted the way it does business: so that a distributor, an agency and a reseller can
-- be held against their own plans and their own last year.
metric "contribution" {
  title = "What the partner brought, trailing twelve months",
  value = by(partner.type, {
    MSP = metric.bookings + sum(subscription.amount, { billed_on = trailing(12, "months") }),
    distributor = metric.network_bookings,
    agency = metric.referred,
    consultant = metric.referred,
    default = metric.bookings,
  }),
}
metric "growth" {
  title = "Growth over the twelve months before",
  unit = "percent",
  value = metric.contribution / ago(metric.contribution, 12, "months") - 1,
}

metric "plan_in_force" {
  title = "An approved joint plan covers today",
  value = exists(joint_plan, { status = "approved", starts_on = at_most(as_of), ends_on = at_least(as_of) }),
}

-- Halden expects a call within five days; a lead that is younger cannot be late yet.
metric "leads_followed_up" {
  title = "Leads called within five days, trailing six months",
  unit = "percent",
  value = count(assignment, {
      given_on = all_of { trailing(6, "months"), at_most(as_of - days(5)) },
      assignment.contacted_on:at_most(assignment.given_on + days(5)),
    })
    / count(assignment, { given_on = all_of { trailing(6, "months"), at_most(as_of - days(5)) } }),
}
metric "satisfaction" {
  title = "Satisfaction with Halden, in the latest review",
  value = latest(review.satisfaction, review.held_on),
}
