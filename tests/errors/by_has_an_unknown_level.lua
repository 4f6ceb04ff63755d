program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
ladder "tier" {
  level "registered" {},
  level "silver" { requires = { bookings = 50000 } },
  level "gold" { requires = { bookings = 150000 } },
}
incentive "volume_rebate" {
  pays = metric.bookings * by(ladder.tier, {
    registered = 0, silver = percent(1), gold = percent(2),
    platinum = percent(3), -- expect error: ladder 'tier' has no level 'platinum' -- expect hint: its levels are registered, silver, gold
  }),
}
