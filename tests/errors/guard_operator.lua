program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
ladder "tier" { level "base" {}, level "gold" { requires = { bookings = 50000 } } }
incentive "volume_rebate" { pays = metric.bookings * percent(1) }
fund "mdf" { accrues = metric.bookings * percent(1) }
guard "budget" { total(payout) <= 2000000 } -- expect error: '<=' cannot build a rule
