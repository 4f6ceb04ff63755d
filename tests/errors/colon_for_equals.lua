program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" {
  title: "Won bookings", -- expect error: '"Won bookings"' cannot stand here -- expect hint: write = instead of the colon: title = ..
  value = sum(deal.amount, { status = "won" }),
}
