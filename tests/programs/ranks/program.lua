-- Places among all partners and among those of a region; what stands nowhere; days ago.
program "Ranks" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { region = text, volume = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, score = number },
}
metric "bookings" { value = sum(deal.amount) }
metric "place" { value = rank(metric.bookings) }
metric "regional_place" { value = rank(metric.bookings, { within = partner.region }) }
metric "place_before" { value = ago(rank(metric.bookings, { within = partner.region }), 1, "months") }
metric "standing" { value = percentile(metric.bookings) }
metric "regional_standing" { value = percentile(metric.bookings, { within = partner.region }) }
metric "score" { value = average(deal.score) }
metric "score_place" { value = rank(metric.score) }
metric "score_standing" { value = percentile(metric.score) }
metric "thirds" { value = rank(partner.volume / 3 * 3) }
metric "tier_place" { value = rank(metric.bookings, { within = ladder.tier }) }
metric "everybody" { value = total(metric.score) }
metric "regional_bookings" { value = total(metric.bookings, { within = partner.region }) }
metric "regional_before" { value = ago(total(metric.bookings, { within = partner.region }), 1, "months") }
metric "regional_score" { value = total(metric.score, { within = partner.region }) }
metric "tier_bookings" { value = total(metric.bookings, { within = ladder.tier }) }
metric "nearly_all" { value = total(metric.odd) }
metric "odd" { value = metric.bookings * by(partner.region, { NA = 1, EMEA = 1 }) }
metric "odd_place" { value = rank(metric.odd) }
metric "share_of_paid" { value = incentive.best / total(incentive.best) }
ladder "tier" {
  level "member" {},
  level "leader" { requires = { regional_place = at_most(1), standing = percent(50) } },
}
incentive "best" { requires = { place = at_most(2) }, pays = usd(1000) / metric.place }
incentive "row" { each = deal, where = { rank(metric.bookings):at_most(1) }, pays = deal.amount * percent(1) }
