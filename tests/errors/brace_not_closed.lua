program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { -- expect error: this '{' is never closed -- expect hint: write '}' before line 13
  value = sum(deal.amount, { status = "won" }),

metric "deals_won" { value = count(deal, { status = "won" }) }
