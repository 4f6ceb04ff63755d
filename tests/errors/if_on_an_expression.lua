program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
local rate = percent(1)
if metric.bookings > 100000 then -- expect error: '>' cannot build a rule -- expect hint: compare with words: x:below(y), x:at_most(y), x:above(y),
  rate = percent(2)
end
incentive "volume_rebate" { pays = metric.bookings * rate }
