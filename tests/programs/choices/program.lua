-- Only the branch taken counts: what another would have met is no error. Keys of every kind. (sections 3 and 4)
program "Choices" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { region = text, stars = number, certified = boolean, joined = date, amount = money, rate = number },
}

-- An error for everybody but NA.
metric "only_na" { value = by(partner.region, { NA = 1 }) }
metric "not_taken" { value = when(partner.region:is "NA", by(partner.region, { NA = 7 }), 0) }
metric "not_needed" { value = or_else(partner.amount, by(partner.region, { NA = 8 })) }
metric "not_chosen" { value = by(partner.region, { EU = 3, default = by(partner.region, { NA = 9, default = 0 }) }) }
metric "by_stars" { value = by(partner.stars, { default = 0, 10, 20, 30 }) }
metric "by_part" { value = by(partner.stars, { [1] = 1, ["2.5"] = 2, [-1] = 3, default = 4 }) }
metric "by_yes" { value = by(partner.certified, { [true] = 1, [false] = 2, default = 3 }) }
metric "by_word" { value = by(partner.certified, { ["true"] = 1, default = 2 }) }
metric "by_day" { value = by(partner.joined, { ["2026-01-01"] = 1, default = 2 }) }
metric "without_value" { value = when(partner.certified, 1, 2) }
metric "in_force" {
  value = dated {
    ["2026-01-01"] = by(partner.region, { NA = when(partner.certified, 1, 2), default = 3 }),
    ["2026-07-01"] = 4,
  },
}
metric "not_yet" { value = dated { ["2026-02-01"] = usd(5), ["2027-02-01"] = usd(6) } }
metric "not_yet_or" { value = or_else(metric.not_yet, 7) }
metric "one_unit" { value = dated { ["2026-01-01"] = 5, ["2027-01-01"] = usd(6) } }
metric "on_day" { value = dated(partner.joined, { ["2025-06-01"] = 1, ["2026-01-01"] = 2 }) }
metric "by_zero" { value = partner.amount / partner.rate }
metric "least" { value = min(partner.amount, 5, partner.amount / partner.rate) }
ladder "tier" {
  level "low" { requires = { stars = 1 } },
  level "high" { requires = { stars = 3 } },
}
metric "by_tier" { value = by(ladder.tier, { low = 1, high = 2, none = 3 }) }
metric "by_high" { value = by(ladder.tier, { high = 2, default = 4 }) }
