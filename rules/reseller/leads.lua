-- Who gets a new lead: launched partners of the lead's region that sell to customers and call back, best
-- fit first, at most three each.

routing "leads" {
  title = "Distribution of leads",
  why = "Lead policy 2026",
  each = lead,
  to = {
    type = one_of { "VAR", "SI", "MSP" },
    lifecycle = at_least "launched",
    lead_follow_up = true,
    partner.region:is(lead.region),
  },
  prefers = score.fit,
  cap = { partner = 3 },
}
