-- by over a ladder that names every level: who stands on none is an error that says so; `none`, `default` and a
-- branch that is not taken are not. A key that is missing is named, whatever kind it is of. (section 4)
program "By" { currency = "USD" }
source "partner" { id = "id", columns = { stars = number, joined = date, gold = boolean, region = text } }
ladder "tier" { level "one" { requires = { stars = 1 } }, level "two" { requires = { stars = 2 } } }
metric "all_levels" { value = by(ladder.tier, { one = 1, two = 2 }) }
metric "with_none" { value = by(ladder.tier, { one = 1, two = 2, none = 0 }) }
metric "with_default" { value = by(ladder.tier, { two = 2, default = 5 }) }
metric "guarded" { value = when(ladder.tier:present(), by(ladder.tier, { one = 1, two = 2 }), 7) }
metric "number" { value = by(partner.stars, { [1] = 1, [2] = 2 }) }
metric "day" { value = by(partner.joined, { ["2026-01-01"] = 1 }) }
metric "yes" { value = by(partner.gold, { [true] = 1 }) }
metric "place" { value = by(partner.region, { NA = 1 }) }
