-- Who the ideal partner is. A small vendor needs no tiers: this score and this ladder are a whole program.

score "fit" {
  title = "Ideal partner",
  why = "Channel strategy 2026, page 4",
  { title = "Serves field service companies", of = when(partner.field_service, 1, 0), full = 1, points = 25 },
  { title = "Deals in our industries", of = metric.industry_match, full = percent(80), points = 20 },
  { title = "Engineers", of = partner.engineers, points = { { 1, 5 }, { 3, 12 }, { 8, 20 } } },
  { title = "Sellers", of = partner.sellers, full = 6, points = 15 },
  { title = "Pays in time", of = partner.days_to_pay, points = { { 0, 10 }, { 31, 6 }, { 46, 2 }, { 61, 0 } } },
  { title = "Certified people", of = metric.certified_people, full = 4, points = 10 },
  pass = 60,
}
metric "industry_match" {
  title = "Won deals in utilities, telecom and facilities",
  unit = "percent",
  value = count(deal, { status = "won", industry = one_of { "utilities", "telecom", "facilities" } })
    / count(deal, { status = "won" }),
}

ladder "ideal_partner" {
  title = "How well a partner fits",
  applies_to = { type = is_not "direct" },
  level "poor" {},
  level "promising" { requires = { fit = 40 } },
  level "ideal" { requires = { fit = true } },
}

-- The selection matrix: how much a partner could sell, against how ready it is to. What is not known earns
-- nothing: a partner without leads or a plan has not shown that it is ready.
score "potential" {
  title = "How much it could sell",
  { title = "Sellers", of = partner.sellers, full = 10, points = 50 },
  { title = "Contribution", of = metric.contribution, full = 400000, points = 30 },
  { title = "Growth", of = metric.growth, full = percent(25), points = 20 },
}
score "readiness" {
  title = "How ready it is to sell it",
  { title = "Certified people", of = metric.certified_people, full = 4, points = 40 },
  { title = "Leads followed up", of = metric.leads_followed_up, full = percent(90), points = 30 },
  { title = "Joint plan reached", of = metric.plan_reached, full = percent(100), points = 30 },
}
setting "matrix_line" { title = "Points from which potential or readiness is high", value = 50, range = { 30, 70 } }

metric "matrix_field" {
  title = "Field of the selection matrix",
  value = when(score.potential:at_least(setting.matrix_line),
    when(score.readiness:at_least(setting.matrix_line), "invest", "enable"),
    when(score.readiness:at_least(setting.matrix_line), "maintain", "watch")),
}
