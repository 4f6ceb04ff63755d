-- What asks for a level gets the one that is held, in every word; cumulative levels stop below a gap; benefits come from
-- two ladders and a certification at once; who stands nowhere is 'none' and meets is_not and none of the rest. (section 9)
program "Held levels" { currency = "USD" }
source "partner" { id = "id", columns = { sales = money, tier = text, seg = text, kind = text } }
metric "volume" { value = partner.sales }

ladder "tier" {
  current = partner.tier, demotes = "never",
  level "a" { gives = { discount = percent(5), support = "mail" } },
  level "b" { requires = { volume = 100 }, gives = { discount = percent(10) } },
  level "c" { requires = { volume = 200 }, gives = { support = "phone" } },
}
ladder "segment" {
  current = partner.seg, applies_to = { kind = "x" },
  level "low" { gives = { discount = percent(7) } },
  level "high" { requires = { tier = at_least "b" }, gives = { discount = percent(9), support = "phone" } },
}
ladder "size" {
  cumulative = true,
  level "s" { requires = { volume = 1 } },
  level "m" { requires = { sales = at_least(50), none_of { { sales = between(100, 150) } } } },
  level "l" { requires = { volume = 120 } },
  level "xl" { requires = { volume = 160 } },
}
certification "expert" { requires = { tier = "c" }, gives = { discount = percent(11), seats = 3 } }
certification "follows" { requires = { certification.expert }, gives = { seats = 4 } }
certification "above_b" { requires = { tier = above "b" } }
certification "below_b" { requires = { tier = below "b" } }
certification "at_most_b" { requires = { tier = at_most "b" } }
certification "not_b" { requires = { tier = is_not "b" } }
certification "a_or_c" { requires = { tier = one_of { "a", "c" } } }
certification "high" { requires = { segment = "high" } }
certification "not_high" { requires = { segment = is_not "high" } }
certification "at_least_low" { requires = { segment = at_least "low" } }
certification "at_most_high" { requires = { segment = at_most "high" } }
certification "stands" { requires = { segment = present } }
certification "nowhere" { requires = { segment = absent } }
incentive "by_segment" { pays = by(ladder.segment, { low = 1, high = 2, none = 3 }) }
incentive "or_default" { pays = by(ladder.segment, { high = 2, default = 5 }) }
incentive "for_c" { requires = { tier = "c" }, pays = 7 }
