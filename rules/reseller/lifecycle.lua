-- From the first handshake to growth. Nobody falls back; who stands still is found here.

ladder "lifecycle" {
  title = "Stage of the partnership",
  why = "Onboarding handbook, page 2",
  applies_to = { type = is_not "direct" },
  current = partner.stage,
  cumulative = true,
  demotes = "never",
  level "recruited" {},
  level "onboarded" { requires = { signed_on = present, certified_people = 1 } },
  level "launched" { requires = { contribution = above(0) } },
  level "growing" { requires = { contribution = 50000, growth = above(percent(0)) } },
}

-- Who has just reached a stage has been there for no time yet.
metric "days_in_stage" {
  title = "Days in the present stage",
  unit = "days",
  value = function(p)
    if p.lifecycle ~= p.stage then return 0 end
    return days_between(p.stage_since, as_of)
  end,
}
setting "patience" {
  title = "Days after which a stage is too long",
  value = by(ladder.lifecycle, { recruited = 60, onboarded = 120, default = 365 }),
}
-- The last stage may last for ever, as long as it is what it is called.
metric "stalled" {
  title = "Stands still",
  value = when(ladder.lifecycle:is "growing",
    metric.growth:at_most(percent(0)),
    metric.days_in_stage:above(setting.patience)),
}
metric "next_action" {
  title = "What the partner manager does next",
  value = by(ladder.lifecycle, {
    recruited = "Have the agreement signed and a first engineer certified",
    onboarded = "Bring a first deal: lend a demo kit and a specialist",
    launched = "Agree on a joint plan and a first campaign",
    growing = when(metric.stalled,
      "Find out what has changed: a review with both managements",
      "Widen the range: another product family, another industry"),
    none = "Nothing: Halden's own sales force",
  }),
}
