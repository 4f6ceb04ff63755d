-- The quarterly review: one page for both sides. Bookings, growth and what was promised stand in
-- measures.lua and obligations.lua; here is what else the two look at.

-- Results
metric "quarter_growth" {
  title = "This quarter over the same quarter a year ago",
  unit = "percent",
  value = metric.quarter_bookings / ago(metric.quarter_bookings, 12, "months") - 1,
}
metric "plan_target" {
  title = "Yearly target of the joint plan",
  value = sum(joint_plan.target, { status = "approved", starts_on = at_most(as_of), ends_on = at_least(as_of) }),
}
metric "plan_reached" {
  title = "Twelve months' contribution against the plan's target",
  unit = "percent",
  value = metric.contribution / metric.plan_target,
}
metric "recurring_share" {
  title = "Part of the won bookings that recurs",
  unit = "percent",
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months"), deal.product.recurring })
    / sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}

-- Pipeline
metric "open_pipeline" {
  title = "Approved registrations that are still open",
  value = sum(registration.amount, { status = "approved" }),
}
metric "pipeline_cover" {
  title = "Open pipeline for each dollar that the plan still lacks",
  value = metric.open_pipeline / max(metric.plan_target - metric.contribution, 0),
}
metric "win_rate" {
  title = "Closed deals that were won, trailing twelve months",
  unit = "percent",
  value = count(deal, { status = "won", closed_on = trailing(12, "months") })
    / count(deal, { status = one_of { "won", "lost" }, closed_on = trailing(12, "months") }),
}
metric "average_deal" {
  title = "Average won deal, trailing twelve months",
  value = average(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}
metric "sales_cycle" {
  title = "Days from registration to the won deal, median",
  unit = "days",
  value = median(days_between(registration.asked_on, registration.closed_on), { status = "won" }),
}
metric "leads_won" {
  title = "Leads won of leads given, trailing twelve months",
  unit = "percent",
  value = count(assignment, { won = true, given_on = trailing(12, "months") })
    / count(assignment, { given_on = trailing(12, "months") }),
}

-- People
metric "certificates_to_renew" {
  title = "Certificates that run out within ninety days",
  value = count(credential, { expires_on = between(as_of, as_of + days(90)) }),
}

-- The channel as a whole. What Halden sells itself is no part of it.
metric "channel_bookings" {
  title = "Bookings through the channel, trailing twelve months",
  value = when(partner.type:is "direct", 0, metric.bookings),
}
metric "share_of_channel" {
  title = "Part of the channel's bookings",
  unit = "percent",
  value = metric.channel_bookings / total(metric.channel_bookings),
}
metric "indirect_share" {
  title = "Part of Halden's bookings that comes through the channel",
  unit = "percent",
  value = total(metric.channel_bookings) / total(metric.bookings),
}
metric "place_in_region" {
  title = "Place in the region by contribution",
  value = rank(metric.contribution, { within = partner.region }),
}
