program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "weighted_bookings" {
  value = sum(deal.amount, { status = "won" }) * by(ladder.tier, { registered = 1, gold = 2, none = 1 }),
}
ladder "tier" {
  level "registered" {},
  level "gold" { requires = { weighted_bookings = 150000 } }, -- expect error: these need each other in a circle: weighted_bookings -> tier -> weighted_bookings -- expect hint: let one of them stand on its own
}
