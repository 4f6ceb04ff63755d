-- What is measured. Tiers, certifications, incentives and funds all refer to these names.

metric "bookings" {
  title = "Won bookings, trailing twelve months",
  why = "Partner Agreement 2026, section 3.1",
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}

metric "growth" {
  title = "Growth of bookings over the twelve months before",
  why = "Partner Agreement 2026, section 3.2",
  unit = "percent",
  value = metric.bookings / ago(metric.bookings, 12, "months") - 1,
}

metric "quarter_bookings" {
  title = "Won bookings, this quarter",
  value = sum(deal.amount, { status = "won", closed_on = this "quarter" }),
}

metric "security_bookings" {
  title = "Won security bookings, trailing twelve months",
  value = sum(deal.amount, {
    status = "won", product = like "SEC-*", closed_on = trailing(12, "months"),
  }),
}

metric "cloud_bookings" {
  title = "Won cloud bookings, trailing twelve months",
  value = sum(deal.amount, {
    status = "won", product = like "CLD-*", closed_on = trailing(12, "months"),
  }),
}

-- A partner that closed nothing has no win rate: that is not the same as zero percent.
metric "win_rate" {
  title = "Deals won of deals closed, trailing twelve months",
  unit = "percent",
  value = count(deal, { status = "won", amount = above(0), closed_on = trailing(12, "months") })
        / count(deal, { amount = above(0), closed_on = trailing(12, "months") }),
}

metric "largest_deal" {
  title = "Largest deal won, trailing twelve months",
  value = highest(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}

-- People, not exams: somebody with three certificates counts once.
metric "engineers" {
  title = "Certified engineers and architects",
  why = "Partner Agreement 2026, section 3.4",
  value = count_distinct(credential.person_id, {
    level = one_of { "engineer", "architect" }, expires_on = at_least(as_of),
  }),
}

metric "security_engineers" {
  title = "Certified security engineers and architects",
  value = count_distinct(credential.person_id, {
    track = "security", level = one_of { "engineer", "architect" }, expires_on = at_least(as_of),
  }),
}

metric "cloud_architects" {
  title = "Certified cloud architects",
  value = count_distinct(credential.person_id, {
    track = "cloud", level = "architect", expires_on = at_least(as_of),
  }),
}
