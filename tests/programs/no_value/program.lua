-- No value is not zero: where it comes from, how it spreads and what stops it. (section 3)
program "No value" { currency = "USD" }
source "partner" { id = "id", columns = { x = money, region = text, signed_on = date, active = boolean } }
source "deal" { id = "id", partner = "partner_id", columns = { amount = money, kind = text } }
metric "total_of_none" { value = sum(deal.amount, { kind = "none" }) }
metric "count_of_none" { value = count(deal, { kind = "none" }) }
metric "average_of_none" { value = average(deal.amount, { kind = "none" }) }
metric "median_of_none" { value = median(deal.amount, { kind = "none" }) }
metric "lowest_of_none" { value = lowest(deal.amount, { kind = "none" }) }
metric "highest_of_none" { value = highest(deal.amount, { kind = "none" }) }
metric "by_zero" { value = partner.x / 0 }
metric "spreads" { value = metric.by_zero + 1 }
metric "stopped" { value = or_else(metric.by_zero, usd(7)) }
metric "other_branch" { value = when(partner.region:is "NA", usd(5), metric.by_zero) }
metric "sum_skips" { value = sum(deal.amount) }
metric "count_rows" { value = count(deal) }
metric "average_skips" { value = average(deal.amount) }
metric "region_is_not_na" { unit = "count", value = when(partner.region:is_not "NA", 1, 0) }
metric "region_absent" { unit = "count", value = when(partner.region:absent(), 1, 0) }
metric "region_present" { unit = "count", value = when(partner.region:present(), 1, 0) }
metric "x_at_least" { unit = "count", value = when(partner.x:at_least(0), 1, 0) }
metric "x_below" { unit = "count", value = when(partner.x:below(0), 1, 0) }
metric "none_met" { unit = "count", value = when(none_of { partner.x:at_least(0), partner.active }, 1, 0) }
metric "kind_is_not" { value = count(deal, { kind = is_not "new" }) }
metric "kind_absent" { value = count(deal, { kind = absent }) }
metric "kind_present" { value = count(deal, { kind = present }) }
metric "by_region" { unit = "count", value = by(partner.region, { NA = 1, default = 9 }) }
incentive "not_due" { requires = { active = true }, pays = metric.by_zero }
