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
  level "gold" {
    requires = { n_of(3, { { bookings = 150000 }, { region = "EMEA" } }) }, -- expect error: 3 of 2 can never be met -- expect hint: lower the number or add conditions
  },
}
