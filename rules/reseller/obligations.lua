-- Mutual obligations: what the agreement asks of both sides. What fails is listed as due.

-- Only those who are looked after by a partner manager owe a plan and a review.
obligation "business_plan" {
  title = "Joint business plan, of managed partners",
  why = "Partner agreement, section 7.1",
  requires = { any_of { none_of { ladder.coverage:at_least "managed" }, { plan_in_force = true } } },
}
obligation "quarterly_review" {
  title = "Quarterly review, with managed partners",
  why = "Partner agreement, section 7.2",
  requires = { any_of { none_of { ladder.coverage:at_least "managed" }, { review_held = true } } },
}
-- A quarter, and ten days to find a date.
metric "review_held" {
  title = "A review was held in the last hundred days",
  value = exists(review, { held_on = trailing(100, "days") }),
}
obligation "lead_follow_up" {
  title = "Leads called within five days",
  why = "Partner agreement, section 7.3",
  requires = { any_of { { leads_followed_up = percent(80) }, metric.leads_followed_up:absent() } },
}

-- Halden's side.
obligation "prompt_answers" {
  title = "Halden: no registration waits for more than a week",
  why = "Partner agreement, section 7.4",
  requires = { none_of { exists(registration, { status = "asked", asked_on = before(as_of - days(7)) }) } },
}
obligation "content_partner" {
  title = "Halden: partners give us at least 6 of 10",
  why = "Partner agreement, section 7.5",
  requires = { any_of { { satisfaction = 6 }, metric.satisfaction:absent() } },
}
