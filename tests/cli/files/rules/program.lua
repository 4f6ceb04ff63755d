program "Harbour Partners" { version = "1", currency = "USD" }

source "partner" { columns = { name = text, region = text, tier = text } }
source "deal" {
  partner = "partner_id",
  happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text },
}

metric "bookings" {
  title = "Won bookings, trailing twelve months",
  value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }),
}

include "tiers.lua"
include "payouts.lua"
